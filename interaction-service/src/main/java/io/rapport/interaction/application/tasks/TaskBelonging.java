package io.rapport.interaction.application.tasks;

import io.rapport.interaction.domain.tasks.Task;
import io.rapport.interaction.domain.tasks.TaskCommand;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.knowncustomers.BelongingRecords;
import io.rapport.rights.Kind;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** To whom tasks belong, and what commands ask of them: a task is its assignee's, and its customer's. */
@Component
class TaskBelonging implements BelongingRecords {

    @Override
    public Kind kind() {
        return Kind.TASK;
    }

    @Override
    public boolean concerns(Object command) {
        return command instanceof TaskCommand;
    }

    @Override
    public String ownerField() {
        return "assignee";
    }

    @Override
    public Asked asked(Object command) {
        TaskFacts facts = TaskFacts.SHEET.tidied(((TaskCommand.Open) command).facts());
        return new Asked(null, Assignment.NOBODY, Set.of(), customers(facts), given(facts.assignee()),
                TaskFacts.SHEET.present(facts));
    }

    @Override
    public Asked asked(Object aggregateRoot, Object command) {
        TaskFacts now = ((Task) aggregateRoot).state().facts();
        TaskCommand asked = (TaskCommand) command;
        return switch (asked) {
            case TaskCommand.Change change -> changing(now, asked.taskId(), change.patch());
            case TaskCommand.Postpone postpone -> changing(now, asked.taskId(), postpone.when());
            case TaskCommand.Reassign reassign -> of(now, asked.taskId(), Map.of(), given(reassign.assignee()), Set.of());
            default -> of(now, asked.taskId(), Map.of(), null, Set.of());
        };
    }

    private static Asked changing(TaskFacts now, String taskId, Patch<TaskFacts> patch) {
        TaskFacts changed = TaskFacts.SHEET.tidied(patch.changed());
        Set<String> fields = new HashSet<>(TaskFacts.SHEET.present(changed));
        fields.addAll(patch.cleared());
        return of(now, taskId, customers(changed), given(changed.assignee()), fields);
    }

    private static Asked of(TaskFacts now, String taskId, Map<String, String> wantedCustomers,
                            Patch<Assignment> assign, Set<String> fields) {
        return new Asked(taskId, new Assignment(now.assignee(), null),
                now.customerId() == null ? Set.of() : Set.of(now.customerId()), wantedCustomers, assign, fields);
    }

    private static Map<String, String> customers(TaskFacts facts) {
        return facts.customerId() == null ? Map.of() : Map.of("customerId", facts.customerId());
    }

    /** A task is always somebody's: null is no change. */
    private static Patch<Assignment> given(String assignee) {
        return assignee == null || assignee.isBlank() ? null : new Patch<>(new Assignment(assignee.strip(), null), Set.of());
    }
}
