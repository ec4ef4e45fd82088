package io.rapport.interaction.application.notifications;

import io.rapport.eventstore.EventMetaData;
import io.rapport.interaction.domain.tasks.TaskEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import java.util.List;

/** Tells users of tasks that others give them, in the transaction that gives them. */
@Component
class TaskAssignments {

    private final Notifications notifications;

    TaskAssignments(Notifications notifications, EventStore events) {
        this.notifications = notifications;
        events.subscribe(this::follow);
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            if (message instanceof DomainEventMessage<?> told) {
                switch (told.getPayload()) {
                    case TaskEvent.Opened opened when opened.occurrence() == null ->
                            tell(opened.facts().assignee(), told);
                    case TaskEvent.Reassigned reassigned -> tell(reassigned.assignee(), told);
                    default -> { }
                }
            }
        }
    }

    /** Nobody is told of what he does himself. */
    private void tell(String assignee, DomainEventMessage<?> event) {
        String actor = (String) event.getMetaData().get(EventMetaData.ACTOR);
        if (!assignee.equals(actor)) {
            String id = event.getAggregateIdentifier();
            notifications.tell(assignee, NotificationKind.TASK_ASSIGNED, id + "/" + (event.getSequenceNumber() + 1),
                    "task", id, actor, event.getTimestamp());
        }
    }
}
