package io.rapport.interaction.publication.tasks;

import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import io.rapport.interaction.domain.tasks.Occurrence;
import io.rapport.interaction.domain.tasks.TaskEvent;
import io.rapport.interaction.domain.tasks.TaskFacts;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of each private event of a task. */
@Component
class TaskPublication implements EventPublication<TaskEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(TaskEvent storedEvent) {
        return switch (storedEvent) {
            case TaskEvent.Opened e -> new PublicEvent("task.opened.v1",
                    new TaskContract.Opened(facts(e.facts()), occurrence(e.occurrence())));
            case TaskEvent.Changed e -> new PublicEvent("task.changed.v1",
                    new TaskContract.Changed(facts(e.changed()), e.cleared()));
            case TaskEvent.Postponed e -> new PublicEvent("task.postponed.v1",
                    new TaskContract.Postponed(e.due(), e.dueTime(), e.timeZone()));
            case TaskEvent.Reassigned e -> new PublicEvent("task.reassigned.v1",
                    new TaskContract.Reassigned(e.assignee()));
            case TaskEvent.Completed e -> new PublicEvent("task.completed.v1", new TaskContract.Completed(e.next()));
            case TaskEvent.Reopened _ -> new PublicEvent("task.reopened.v1", NO_DATA);
            case TaskEvent.Cancelled _ -> new PublicEvent("task.cancelled.v1", NO_DATA);
            case TaskEvent.Archived _ -> new PublicEvent("task.archived.v1", NO_DATA);
            case TaskEvent.Restored _ -> new PublicEvent("task.restored.v1", NO_DATA);
        };
    }

    private static TaskContract.Facts facts(TaskFacts f) {
        return new TaskContract.Facts(f.kind(), f.title(), f.note(), f.due(), f.dueTime(), f.timeZone(), f.repeat(),
                f.priority(), f.assignee(), f.customerId(), f.contactId(), f.opportunityId());
    }

    private static TaskContract.Occurrence occurrence(Occurrence o) {
        return o == null ? null : new TaskContract.Occurrence(o.series(), o.start(), o.scheduled(), o.time());
    }
}
