package io.rapport.interaction.domain.tasks;

import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A task 任务: what somebody is to do, by when, and for whom. What happens is decided by {@code decide}, what it means by
 * {@code evolve}, both pure. The next task of a series opens in the transaction that completes the one before: it opens
 * exactly once, or that one is not done.
 */
@AggregateRoot(type = "task")
public class Task {

    private static final Set<String> WHEN = Set.of("due", "dueTime", "timeZone");

    @AggregateIdentifier
    private String taskId;
    private TaskState state;

    /** For the store, which replays the events. */
    Task() {
    }

    private Task(TaskEvent.Opened opened) {
        AggregateLifecycle.apply(opened);
    }

    /** As it is now. */
    public TaskState state() {
        return state;
    }

    @CommandHandler
    Task(TaskCommand.Open command) {
        this(decide(command));
    }

    @CommandHandler
    void handle(TaskCommand.Change command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Postpone command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Reassign command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Complete command) throws Exception {
        Optional<TaskEvent.Opened> next = next(state, command);
        List<TaskEvent> events = decide(state, command, next.isPresent());
        events.forEach(AggregateLifecycle::apply);
        if (!events.isEmpty() && next.isPresent()) {
            AggregateLifecycle.createNew(Task.class, () -> new Task(next.get()));
        }
    }

    @CommandHandler
    void handle(TaskCommand.Reopen command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Cancel command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Archive command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TaskCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(TaskEvent event) {
        if (event instanceof TaskEvent.Opened opened) {
            taskId = opened.taskId();
        }
        state = evolve(taskId, state, event);
    }

    static TaskEvent.Opened decide(TaskCommand.Open command) {
        FieldErrors errors = new FieldErrors();
        TaskFacts facts = TaskFacts.SHEET.tidied(command.facts());
        TaskPolicies.factsKeepTheRules(facts, errors);
        errors.throwIfAny();
        return new TaskEvent.Opened(command.taskId(), facts, null);
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Change command) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        TaskFacts after = checked(state, command.patch());
        List<TaskEvent> events = new ArrayList<>();
        if (!after.assignee().equals(state.facts().assignee())) {
            TaskPolicies.onlyAnOpenTaskIsPlanned(state);
            events.add(new TaskEvent.Reassigned(after.assignee()));
        }
        Patch<TaskFacts> rest = TaskFacts.SHEET.effective(state.facts(),
                TaskFacts.SHEET.replacement(after.assignedTo(state.facts().assignee())));
        if (!TaskFacts.SHEET.isEmpty(rest)) {
            events.add(new TaskEvent.Changed(rest.changed(), rest.cleared()));
        }
        return events;
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Postpone command) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        TaskPolicies.onlyAnOpenTaskIsPlanned(state);
        FieldErrors errors = new FieldErrors();
        TaskPolicies.aDayIsGiven(command.when().changed(), errors);
        errors.throwIfAny();
        TaskFacts after = checked(state, command.when());
        boolean same = TaskFacts.SHEET.only(after, WHEN).equals(TaskFacts.SHEET.only(state.facts(), WHEN));
        return onlyIf(!same, new TaskEvent.Postponed(after.due(), after.dueTime(), after.timeZone()));
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Reassign command) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        TaskPolicies.onlyAnOpenTaskIsPlanned(state);
        FieldErrors errors = new FieldErrors();
        TaskPolicies.somebodyIsNamed(command.assignee(), errors);
        errors.throwIfAny();
        String assignee = command.assignee().strip();
        return onlyIf(!assignee.equals(state.facts().assignee()), new TaskEvent.Reassigned(assignee));
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Complete command, boolean followed) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        TaskPolicies.aCancelledTaskIsNotDone(state);
        return onlyIf(state.status() == TaskStatus.OPEN,
                new TaskEvent.Completed(followed ? command.nextTaskId() : null));
    }

    /** What opens when the task is done; empty where nothing does, or it has opened already. */
    static Optional<TaskEvent.Opened> next(TaskState state, TaskCommand.Complete command) {
        Occurrence done = state.occurrence();
        if (done == null || state.next() != null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(command.at(), ZoneId.of(state.facts().timeZone()));
        return RepeatRule.read(state.facts().repeat())
                .flatMap(rule -> rule.next(done.start(), done.scheduled(), today))
                .map(day -> new TaskEvent.Opened(command.nextTaskId(), state.facts().with(
                        new TaskFacts.Due(day, done.time(), state.facts().timeZone())), done.on(day)));
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Reopen command) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        return onlyIf(state.status() != TaskStatus.OPEN, new TaskEvent.Reopened());
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Cancel command) {
        TaskPolicies.anArchivedTaskDoesNotChange(state);
        if (state.status() == TaskStatus.DONE) {
            TaskPolicies.onlyAnOpenTaskIsPlanned(state);
        }
        return onlyIf(state.status() == TaskStatus.OPEN, new TaskEvent.Cancelled());
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        TaskPolicies.archivingGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new TaskEvent.Archived());
    }

    static List<TaskEvent> decide(TaskState state, TaskCommand.Restore command) {
        return onlyIf(state.archived(), new TaskEvent.Restored());
    }

    /**
     * The state after an event.
     *
     * @param before null for the first
     */
    public static TaskState evolve(String id, TaskState before, TaskEvent event) {
        return switch (event) {
            case TaskEvent.Opened e -> new TaskState(e.facts(), TaskStatus.OPEN,
                    e.occurrence() == null ? first(id, e.facts()) : e.occurrence(), null, false);
            case TaskEvent.Changed e -> changed(id, before, new Patch<>(e.changed(), e.cleared()));
            case TaskEvent.Postponed e ->
                    before.with(before.facts().with(new TaskFacts.Due(e.due(), e.dueTime(), e.timeZone())));
            case TaskEvent.Reassigned e -> before.with(before.facts().assignedTo(e.assignee()));
            case TaskEvent.Completed e -> before.with(TaskStatus.DONE).followedBy(e.next());
            case TaskEvent.Reopened _ -> before.with(TaskStatus.OPEN);
            case TaskEvent.Cancelled _ -> before.with(TaskStatus.CANCELLED);
            case TaskEvent.Archived _ -> before.archived(true);
            case TaskEvent.Restored _ -> before.archived(false);
        };
    }

    /** Another rule begins another series; another time of day is that of the series, another day that of this task. */
    private static TaskState changed(String id, TaskState before, Patch<TaskFacts> patch) {
        TaskState after = before.with(TaskFacts.SHEET.merge(before.facts(), patch));
        if (patch.changed().repeat() != null || patch.cleared().contains("repeat")) {
            return after.with(first(id, after.facts()));
        }
        boolean otherTime = patch.changed().dueTime() != null || patch.cleared().contains("dueTime");
        return otherTime && before.occurrence() != null
                ? after.with(before.occurrence().at(after.facts().dueTime())) : after;
    }

    private static Occurrence first(String id, TaskFacts facts) {
        return facts.repeat() == null ? null : new Occurrence(id, facts.due(), facts.due(), facts.dueTime());
    }

    /** The facts after a patch, all of which keep the rules. */
    private static TaskFacts checked(TaskState state, Patch<TaskFacts> wanted) {
        FieldErrors errors = new FieldErrors();
        TaskFacts after = TaskFacts.SHEET.merge(state.facts(), TaskFacts.SHEET.effective(state.facts(), wanted));
        TaskPolicies.factsKeepTheRules(after, errors);
        errors.throwIfAny();
        return after;
    }

    private static List<TaskEvent> onlyIf(boolean condition, TaskEvent event) {
        return condition ? List.of(event) : List.of();
    }
}
