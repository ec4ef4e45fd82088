package io.rapport.eventstore;

import java.util.ArrayList;
import java.util.List;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandTargets.Handled;
import io.rapport.eventstore.storage.NotifyingEventStore;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

final class AggregateCommandBatch implements CommandBatch {

    /** A command that refuses after it recorded something cannot be taken out of a shared unit of work. */
    private static final class RefusedTooLate extends RuntimeException {
        RefusedTooLate(Refusal refusal) {
            super(refusal);
        }
    }

    private final CommandTargets targets;
    private final CommandUnitOfWork unitOfWork;
    private final AggregateCommands oneByOne;
    private final CommandMetrics metrics;

    AggregateCommandBatch(CommandTargets targets, CommandUnitOfWork unitOfWork, AggregateCommands oneByOne,
                          CommandMetrics metrics) {
        this.targets = targets;
        this.unitOfWork = unitOfWork;
        this.oneByOne = oneByOne;
        this.metrics = metrics;
    }

    @Override
    public List<Outcome> execute(List<BatchItem> items) {
        return items.isEmpty() ? List.of() : metrics.timedBatch(() -> togetherOrOneByOne(items));
    }

    private List<Outcome> togetherOrOneByOne(List<BatchItem> items) {
        try {
            return together(items);
        } catch (RuntimeException failure) {
            boolean separable = failure instanceof RefusedTooLate || Collisions.isCollision(failure);
            if (!separable || !Collisions.mayTryAgain()) {
                throw failure;
            }
            return items.stream().map(this::alone).toList();
        }
    }

    private List<Outcome> together(List<BatchItem> items) {
        List<CommandMessage<?>> messages = new ArrayList<>(items.size());
        items.forEach(item -> messages.add(CommandUnitOfWork.message(item.command(), item.context())));
        return unitOfWork.run(messages.getFirst(), () -> {
            List<Outcome> outcomes = new ArrayList<>(messages.size());
            for (CommandMessage<?> message : messages) {
                outcomes.add(next(message));
            }
            return outcomes;
        });
    }

    private Outcome next(CommandMessage<?> message) throws Exception {
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        current.transformMessage(_ -> message);
        int before = NotifyingEventStore.publishedIn(current);
        try {
            Outcome outcome = accepted(targets.handle(message));
            JdbcReservations.keep();
            return outcome;
        } catch (Refusal refusal) {
            if (NotifyingEventStore.publishedIn(current) != before) {
                throw new RefusedTooLate(refusal);
            }
            JdbcReservations.undo();
            return new Outcome.Refused(refusal);
        }
    }

    private Outcome alone(BatchItem item) {
        try {
            return accepted(oneByOne.handle(item.command(), item.context()));
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal);
        }
    }

    private static Outcome accepted(Handled handled) {
        return handled.changed()
                ? new Outcome.Accepted(handled.recorded())
                : new Outcome.Unchanged(handled.recorded());
    }
}
