package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.domain.interactions.Participant;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");

    @Test
    void aMeetingIsReadWithItsPeopleAndItsLength() throws IOException {
        List<Happening> meetings = read("""
                UID:1@huawei.com
                DTSTART;TZID=Asia/Shanghai:20260301T160000
                DTEND;TZID=Asia/Shanghai:20260301T173000
                SUMMARY:报价讨论
                LOCATION:深圳
                DESCRIPTION:请准备\\n报价
                ORGANIZER;CN=张伟:mailto:zhang@huawei.com
                ATTENDEE;CN=李四:MAILTO:lisi@example.com
                ATTENDEE:mailto:zhang@huawei.com
                """);
        assertThat(meetings).singleElement().satisfies(meeting -> {
            assertThat(meeting.problem()).isNull();
            assertThat(meeting.messageId()).isEqualTo("1@huawei.com");
            assertThat(meeting.time()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
            assertThat(meeting.durationSeconds()).isEqualTo(5_400);
            assertThat(meeting.subject()).isEqualTo("报价讨论");
            assertThat(meeting.text()).isEqualTo("深圳\n\n请准备\n报价");
            assertThat(meeting.participants()).containsExactly(
                    new Participant(null, "zhang@huawei.com", "张伟", "ORGANIZER"),
                    new Participant(null, "lisi@example.com", "李四", "ATTENDEE"));
        });
    }

    @Test
    void aMeetingThatRepeatsIsAsManyAsTookPlace() throws IOException {
        List<Happening> meetings = read("""
                UID:1
                DTSTART:20260302T080000Z
                DURATION:PT1H
                RRULE:FREQ=WEEKLY
                EXDATE:20260309T080000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:1
                RECURRENCE-ID:20260316T080000Z
                DTSTART:20260317T090000Z
                SUMMARY:verschoben
                """);
        assertThat(meetings).extracting(Happening::messageId).containsExactly("1 2026-03-02T08:00:00Z",
                "1 2026-03-16T08:00:00Z");
        assertThat(meetings).extracting(Happening::time).containsExactly(Instant.parse("2026-03-02T08:00:00Z"),
                Instant.parse("2026-03-17T09:00:00Z"));
        assertThat(meetings).extracting(Happening::number).containsExactly(1L, 2L);
    }

    @Test
    void whatDoesNotTakePlaceHasItsReason() throws IOException {
        assertProblem("DTSTART:20260301T080000Z", FileProblem.ENTRY_NO_UID);
        assertProblem("UID:1", FileProblem.ENTRY_NO_START);
        assertProblem("UID:1\nDTSTART:20260301T080000Z\nSTATUS:CANCELLED", FileProblem.ENTRY_CANCELLED);
        assertProblem("UID:1\nDTSTART:20260401T080000Z", FileProblem.ENTRY_IN_FUTURE);
        assertProblem("UID:1\nDTSTART;TZID=Mars/Olympus:20260301T080000", FileProblem.ENTRY_ZONE_UNKNOWN);
        assertProblem("UID:1\nDTSTART:20260301T080000Z\nRRULE:FREQ=SECONDLY", FileProblem.ENTRY_TOO_OFTEN);
    }

    @Test
    void rulesThatNeverComeTrueEnd() throws IOException {
        assertThat(read("UID:1\nDTSTART:20260301T080000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")).hasSizeLessThan(2);
    }

    private static void assertProblem(String event, FileProblem problem) throws IOException {
        assertThat(read(event)).singleElement().extracting(Happening::problem).isEqualTo(problem);
    }

    private static List<Happening> read(String event) throws IOException {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\nBEGIN:VEVENT\n" + event.strip()
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return CalendarReader.read(new StringReader(file.replace("\n", "\r\n")), NOW);
    }
}
