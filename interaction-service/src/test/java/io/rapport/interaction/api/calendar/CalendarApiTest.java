package io.rapport.interaction.api.calendar;

import io.rapport.contracts.rights.Role;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** What calendar programs read, read by another library than writes it. */
class CalendarApiTest extends RunningInteractionService {

    private final String user = "calendar-" + UUID.randomUUID();
    private final LocalDate day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(3);

    @Autowired
    private JdbcClient database;
    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.of(Role.REP, user, "/east"));
    }

    @Test
    void aTaskIsAnEventWithTheSameIdAndAGrowingSequence() throws Exception {
        String path = opened("{\"title\":\"回访；报价, 两行\\\\n\",\"note\":\"先看\\n邮件\",\"due\":\"" + day + "\",\"priority\":\"HIGH\"}");
        String url = feed();
        VEvent before = event(url);
        assertThat(value(before, "UID")).isEqualTo(path.substring(path.lastIndexOf('/') + 1) + "@rapport");
        assertThat(value(before, "SUMMARY")).isEqualTo("回访；报价, 两行\\n");
        assertThat(value(before, "DESCRIPTION")).isEqualTo("先看\n邮件");
        assertThat(value(before, "DTSTART")).isEqualTo(day.toString().replace("-", ""));
        assertThat(value(before, "PRIORITY")).isEqualTo("1");

        rep.post(path + "/postpone", "{\"due\":\"" + day.plusDays(1) + "\"}");

        VEvent after = event(url);
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(Integer.parseInt(value(after, "SEQUENCE"))).isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
        assertThat(value(after, "DTSTART")).isEqualTo(day.plusDays(1).toString().replace("-", ""));
    }

    @Test
    void aTimeIsToldInItsZoneWithTheChangesOfTheZone() throws Exception {
        opened("{\"title\":\"会议\",\"due\":\"" + day + "\",\"dueTime\":\"14:30\",\"timeZone\":\"Europe/Berlin\"}");

        Calendar calendar = read(feed());

        VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
        Property start = event.getRequiredProperty("DTSTART");
        assertThat(start.getValue()).isEqualTo(day.toString().replace("-", "") + "T143000");
        assertThat(start.getRequiredParameter(Parameter.TZID).getValue()).isEqualTo("Europe/Berlin");
        Component zone = (Component) calendar.getComponents(Component.VTIMEZONE).getFirst();
        assertThat(zone.toString()).contains("TZID:Europe/Berlin", "BEGIN:DAYLIGHT", "BEGIN:STANDARD",
                "TZOFFSETTO:+0200", "TZOFFSETTO:+0100");
    }

    @Test
    void thoseThatRepeatAreShownAhead() throws Exception {
        opened("{\"title\":\"周会\",\"due\":\"" + day + "\",\"dueTime\":\"09:00\",\"timeZone\":\"Asia/Shanghai\","
                + "\"repeat\":\"FREQ=WEEKLY;COUNT=3\"}");

        VEvent event = event(feed());

        assertThat(value(event, "RRULE")).contains("FREQ=WEEKLY",
                "UNTIL=" + day.plusWeeks(2).toString().replace("-", "") + "T010000Z").doesNotContain("COUNT");
    }

    @Test
    void whatIsDoneIsMarkedAndWhatIsArchivedOrAnothersIsNotThere() throws Exception {
        String url = feed();
        String done = opened("{\"title\":\"做完\",\"due\":\"" + day + "\"}");
        rep.post(done + "/complete", "");
        rep.delete(opened("{\"title\":\"删除\",\"due\":\"" + day + "\"}") + "?reason=wrong");
        opened("{\"title\":\"某天\"}");
        as(Tokens.administrator()).post("/api/tasks", "{\"title\":\"别人的\",\"due\":\"" + day + "\"}");
        as(Tokens.administrator()).post("/api/tasks",
                "{\"title\":\"交给我的\",\"due\":\"" + day.plus(1, ChronoUnit.DAYS) + "\",\"assignee\":\"" + user + "\"}");

        assertThat(read(url).<VEvent>getComponents(Component.VEVENT).stream().map(event -> value(event, "SUMMARY")))
                .containsExactly("✓ 做完", "交给我的");
    }

    @Test
    void anAddressEndsWithAnotherOneAndWhenItIsRevoked() {
        String first = feed();
        String second = feed();
        assertProblem(as(null).get(first), 404);
        assertThat(as(null).get(second).status()).isEqualTo(200);
        assertThat(as(null).get(second).header("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(rep.get("/api/calendar/feed").json().get("open").asBoolean()).isTrue();

        assertThat(rep.delete("/api/calendar/feed").status()).isEqualTo(204);

        assertProblem(as(null).get(second), 404);
        assertThat(rep.get("/api/calendar/feed").json().get("open").asBoolean()).isFalse();
        assertProblem(as(null).post("/api/calendar/feed", ""), 401);
    }

    @Test
    void theSecretIsNowhereKept() {
        String secret = feed().replace("/api/calendar/", "").replace(".ics", "");
        List<String> rows = database.sql("SELECT calendar_feed::text FROM calendar_feed").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void anAddressThatIsReadAgainAndAgainHasToWait() {
        String url = feed();
        Answer last = as(null).get(url);
        for (int i = 0; i < 40 && last.status() == 200; i++) {
            last = as(null).get(url);
        }
        assertProblem(last, 429);
        assertThat(last.header("Retry-After")).isPresent();
    }

    private String feed() {
        Answer answer = rep.post("/api/calendar/feed", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("url").asString();
    }

    private String opened(String json) {
        Answer answer = rep.post("/api/tasks", json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.header("Location").orElseThrow();
    }

    private VEvent event(String url) throws Exception {
        List<VEvent> events = read(url).getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private Calendar read(String url) throws Exception {
        Answer answer = as(null).get(url);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new CalendarBuilder().build(new StringReader(answer.body()));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
