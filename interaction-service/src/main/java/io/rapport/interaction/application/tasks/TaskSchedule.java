package io.rapport.interaction.application.tasks;

import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.tasks.Task;
import io.rapport.interaction.domain.tasks.TaskEvent;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.interaction.domain.tasks.TaskState;
import io.rapport.interaction.domain.tasks.TaskStatus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** What is to be done when and by whom, as it stands now: follows the events of tasks within their own transaction. */
@Component
public class TaskSchedule {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final JdbcClient database;
    private final JsonMapper json = StoredJson.mapper();

    TaskSchedule(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /** Tasks of a user that are due on this day or later, without those taken out of use; at most so many. */
    public List<ScheduledTask> of(String assignee, LocalDate from, int most) {
        return database.sql("""
                SELECT task_id, state, version, opened_at, changed_at FROM task_schedule
                WHERE assignee = ? AND due >= ? AND NOT (state::jsonb ->> 'archived')::boolean
                ORDER BY due, task_id LIMIT ?""").params(assignee, from, most)
                .query((row, _) -> task(row)).list();
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            if (message instanceof DomainEventMessage<?> told && told.getPayload() instanceof TaskEvent event) {
                follow(told.getAggregateIdentifier(), told.getSequenceNumber() + 1, event, told.getTimestamp());
            }
        }
    }

    private void follow(String id, long version, TaskEvent event, Instant at) {
        TaskState before = event instanceof TaskEvent.Opened ? null : database.sql(
                "SELECT state FROM task_schedule WHERE task_id = ?").param(id)
                .query((row, _) -> json.readValue(row.getString(1), TaskState.class)).single();
        TaskState after = Task.evolve(id, before, event);
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        database.sql("""
                INSERT INTO task_schedule (task_id, assignee, due, state, version, opened_at, changed_at, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (task_id) DO UPDATE SET assignee = excluded.assignee, due = excluded.due,
                    state = excluded.state, version = excluded.version, changed_at = excluded.changed_at,
                    due_at = CASE WHEN ? THEN excluded.due_at ELSE task_schedule.due_at END""")
                .params(id, after.facts().assignee(), after.facts().due(), json.writeValueAsString(after), version,
                        moment, moment, dueAfter(at, after), isDueAnew(before, after)).update();
    }

    /**
     * Takes tasks whose moment has come, each for one taker only, in the running transaction; a task is not given again
     * before it is due at another moment.
     */
    public List<DueTask> takeDue(Instant now, int most) {
        return database.sql("""
                WITH taken AS (
                    SELECT task_id, due_at FROM task_schedule WHERE due_at <= ?
                    ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE task_schedule SET due_at = NULL FROM taken WHERE task_schedule.task_id = taken.task_id
                RETURNING taken.task_id, assignee, taken.due_at""")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, _) -> new DueTask(row.getString(1), row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }

    /** A task whose moment has come. */
    public record DueTask(String id, String assignee, Instant dueAt) {
    }

    /** Whoever was told is told again only when it is due at another moment, or open again, or another's. */
    private static boolean isDueAnew(TaskState before, TaskState after) {
        return before == null || !Objects.equals(dueAt(before), dueAt(after))
                || !before.facts().assignee().equals(after.facts().assignee());
    }

    /** Null also for what was due already: whoever does something to it knows. */
    private static OffsetDateTime dueAfter(Instant now, TaskState task) {
        OffsetDateTime due = dueAt(task);
        return due == null || !due.toInstant().isAfter(now) ? null : due;
    }

    /** The moment it is due, on a whole day in the morning; null unless it is open and has a day. */
    private static OffsetDateTime dueAt(TaskState task) {
        TaskFacts facts = task.facts();
        if (task.status() != TaskStatus.OPEN || task.archived() || facts.due() == null) {
            return null;
        }
        LocalTime time = facts.dueTime() == null ? MORNING : LocalTime.parse(facts.dueTime());
        return facts.due().atTime(time).atZone(ZoneId.of(facts.timeZone())).toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private ScheduledTask task(ResultSet row) throws SQLException {
        return new ScheduledTask(row.getString("task_id"), json.readValue(row.getString("state"), TaskState.class),
                row.getLong("version"), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
