package io.rapport.interaction.domain.tasks;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.tasks.TaskCommand.Cancel;
import io.rapport.interaction.domain.tasks.TaskCommand.Change;
import io.rapport.interaction.domain.tasks.TaskCommand.Complete;
import io.rapport.interaction.domain.tasks.TaskCommand.Postpone;
import io.rapport.interaction.domain.tasks.TaskCommand.Reassign;
import io.rapport.interaction.domain.tasks.TaskCommand.Reopen;
import io.rapport.interaction.domain.tasks.TaskEvent.Archived;
import io.rapport.interaction.domain.tasks.TaskEvent.Cancelled;
import io.rapport.interaction.domain.tasks.TaskEvent.Changed;
import io.rapport.interaction.domain.tasks.TaskEvent.Completed;
import io.rapport.interaction.domain.tasks.TaskEvent.Opened;
import io.rapport.interaction.domain.tasks.TaskEvent.Postponed;
import io.rapport.interaction.domain.tasks.TaskEvent.Reassigned;
import io.rapport.interaction.domain.tasks.TaskEvent.Reopened;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TaskTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000003";
    private static final String NEXT = "0198c0de-0000-7000-8000-000000000005";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);


    @Test
    void anOpenTaskIsDoneOnceAndMayBeOpenedAgain() {
        given(once()).when(done(MONDAY)).expectEvents(new Completed(null));
        given(once(), new Completed(null)).when(done(MONDAY)).expectNoEvents();
        given(once(), new Completed(null)).when(new Reopen(ID, null)).expectEvents(new Reopened());
        given(once(), new Completed(null), new Reopened()).when(done(MONDAY)).expectEvents(new Completed(null));
    }

    @Test
    void whatIsOverIsNotPlanned() {
        FieldError over = FieldError.of("", "task-not-open");
        given(once(), new Completed(null)).when(new Reassign(ID, null, "lisi")).expectException(refusedFor(over));
        given(once(), new Cancelled()).when(postponed(MONDAY, null)).expectException(refusedFor(over));
        given(once(), new Cancelled()).when(done(MONDAY)).expectException(refusedFor(over));
        given(once(), new Completed(null)).when(new Cancel(ID, null)).expectException(refusedFor(over));
        given(once(), new Archived()).when(done(MONDAY))
                .expectException(refusedFor(FieldError.of("", "task-archived")));
    }

    @Test
    void aChangeOfTheAssigneeIsToldAsSuch() {
        TaskFacts changed = facts(null, null, null, null, "lisi", null);
        given(once()).when(new Change(ID, null, new Patch<>(changed, Set.of("note")))).expectEvents(
                new Reassigned("lisi"), new Changed(TaskFacts.SHEET.empty(), Set.of("note")));
    }

    @Test
    void aTaskIsPostponedToAnotherMoment() {
        given(once()).when(postponed(MONDAY.plusDays(2), null))
                .expectEvents(new Postponed(MONDAY.plusDays(2), "14:30", "Asia/Shanghai"));
        given(once()).when(postponed(MONDAY, "14:30")).expectNoEvents();
        given(once()).when(postponed(null, "14:30")).expectException(refusedFor(FieldError.of("due", "required")));
    }

    @Test
    void theNextOfASeriesOpensWithTheOneThatIsDone() {
        TaskState state = after(weekly());
        Opened next = Task.next(state, done(MONDAY)).orElseThrow();
        assertThat(next.taskId()).isEqualTo(NEXT);
        assertThat(next.facts()).isEqualTo(weekly().facts().with(
                new TaskFacts.Due(MONDAY.plusWeeks(1), "14:30", "Asia/Shanghai")));
        assertThat(next.occurrence()).isEqualTo(new Occurrence(ID, MONDAY, MONDAY.plusWeeks(1), "14:30"));
        assertThat(Task.decide(state, done(MONDAY), true)).containsExactly(new Completed(NEXT));
    }

    @Test
    void theNextOfASeriesOpensExactlyOnce() {
        TaskState again = after(weekly(), new Completed(NEXT), new Reopened());
        assertThat(Task.next(again, done(MONDAY))).isEmpty();
        assertThat(Task.decide(again, done(MONDAY), false)).containsExactly(new Completed(null));
    }

    @Test
    void postponingOneChangesNothingForTheNext() {
        TaskState postponed = after(weekly(), new Postponed(MONDAY.plusDays(3), "09:00", "Asia/Shanghai"));
        assertThat(Task.next(postponed, done(MONDAY.plusDays(3)))).map(next -> next.facts().due() + " "
                + next.facts().dueTime()).contains("2026-11-30 14:30");
    }

    @Test
    void turnsThatAreMissedAreLeftOut() {
        assertThat(Task.next(after(weekly()), done(MONDAY.plusDays(17)))).map(next -> next.facts().due())
                .contains(MONDAY.plusWeeks(3));
    }

    @Test
    void anotherRuleBeginsAnotherSeries() {
        TaskState state = after(weekly(), new Changed(facts(null, null, null, "FREQ=DAILY;COUNT=2", null, null),
                Set.of()));
        assertThat(Task.next(state, done(MONDAY))).map(Opened::occurrence)
                .contains(new Occurrence(ID, MONDAY, MONDAY.plusDays(1), "14:30"));
        assertThat(Task.next(after(weekly(), new Changed(TaskFacts.SHEET.empty(), Set.of("repeat"))), done(MONDAY)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -          | -     | Asia/Shanghai | -                                     | -
            2026-11-23 | 25:00 | Asia/Shanghai | -                                     | dueTime:time-of-day-malformed
            -          | 09:00 | Asia/Shanghai | -                                     | due:due-without-day
            2026-11-23 | -     | Mars/Olympus  | -                                     | timeZone:time-zone-unknown
            2026-11-23 | -     | +08:00        | -                                     | timeZone:time-zone-unknown
            2026-11-23 | -     | Asia/Shanghai | every week                            | repeat:repeat-malformed
            2026-11-23 | -     | Asia/Shanghai | FREQ=WEEKLY;BYDAY=XX                  | repeat:repeat-malformed
            2026-11-23 | -     | Asia/Shanghai | FREQ=SECONDLY                         | repeat:repeat-too-often
            2026-11-23 | -     | Asia/Shanghai | FREQ=DAILY;BYHOUR=1,2,3               | repeat:repeat-too-often
            2026-11-23 | -     | Asia/Shanghai | FREQ=DAILY;COUNT=1000000              | repeat:repeat-too-often
            2026-11-23 | -     | Asia/Shanghai | FREQ=YEARLY;INTERVAL=2147483647       | repeat:repeat-too-often
            2026-11-23 | -     | Asia/Shanghai | FREQ=DAILY;UNTIL=20271231T000000Z     | repeat:repeat-until-no-day
            -          | -     | Asia/Shanghai | FREQ=DAILY                            | due:repeat-without-day
            2026-11-23 | -     | Asia/Shanghai | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30   | repeat:repeat-never
            2026-11-23 | -     | Asia/Shanghai | FREQ=DAILY;UNTIL=20261101             | repeat:repeat-never
            9999-12-31 | -     | Asia/Shanghai | FREQ=DAILY                            | repeat:repeat-never
            2026-11-23 | 09:00 | Asia/Shanghai | FREQ=MONTHLY;BYDAY=-1FR;COUNT=12      | -
            """)
    void factsKeepTheRules(LocalDate due, String time, String zone, String repeat, String refused) {
        TaskFacts facts = facts("整理资料", due, time, repeat, "zhangsan", zone);
        Throwable refusal = catchThrowable(() -> Task.decide(new TaskCommand.Open(ID, facts)));
        assertThat(Optional.ofNullable(refusal).map(Throwable::getMessage).orElse(null))
                .isEqualTo(refused == null ? null : "INVALID [" + refused + "]");
    }

    @Test
    void aSnapshotHoldsTheFullState() {
        JsonMapper json = StoredJson.mapper();
        Task task = new Task();
        task.on(weekly());
        task.on(new Completed(NEXT));
        Task read = json.readValue(json.writeValueAsBytes(task), Task.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(task);
        assertThat(read.state().next()).isEqualTo(NEXT);
    }

    private TestExecutor<Task> given(TaskEvent... events) {
        return new AggregateTestFixture<>(Task.class).given(List.of(events));
    }

    private static TaskState after(TaskEvent... events) {
        TaskState state = null;
        for (TaskEvent event : events) {
            state = Task.evolve(ID, state, event);
        }
        return state;
    }

    /** Done at ten in the morning in Shanghai. */
    private static Complete done(LocalDate day) {
        return new Complete(ID, null, Instant.parse(day + "T02:00:00Z"), NEXT);
    }

    private static Postpone postponed(LocalDate day, String time) {
        return new Postpone(ID, null, new Patch<>(facts(null, day, time, null, null, null), Set.of()));
    }

    private static Opened once() {
        return new Opened(ID, new TaskFacts("CALLBACK", "回访", "先看邮件", MONDAY, "14:30", "Asia/Shanghai", null,
                "NORMAL", "zhangsan", null, null, null), null);
    }

    private static Opened weekly() {
        return new Opened(ID, facts("回访", MONDAY, "14:30", "FREQ=WEEKLY", "zhangsan", "Asia/Shanghai"), null);
    }

    private static TaskFacts facts(String title, LocalDate due, String time, String repeat, String assignee,
                                   String zone) {
        return new TaskFacts(title == null ? null : "CALLBACK", title, null, due, time, zone, repeat,
                title == null ? null : "NORMAL", assignee, null, null, null);
    }
}
