package io.rapport.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandTargets.Handled;
import io.rapport.eventstore.storage.NotifyingEventStore;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Many commands in one unit of work and one transaction. */
final class AggregateCommandBatch implements CommandBatch {

    /** A command that refuses after it recorded something cannot be taken out of a shared unit of work. */
    private static final class RefusedTooLate extends RuntimeException {
        RefusedTooLate(Refusal refusal) {
            super(refusal);
        }
    }

    /** A command failed before anything was handed to the database for good: all of them can be tried again. */
    private static final class NothingStored extends RuntimeException {
        NothingStored(Exception cause) {
            super(cause);
        }
    }

    private final CommandTargets targets;
    private final CommandUnitOfWork unitOfWork;
    private final SingleCommands oneByOne;
    private final CommandMetrics metrics;

    AggregateCommandBatch(CommandTargets targets, CommandUnitOfWork unitOfWork, SingleCommands oneByOne,
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
            return together(items, AggregateCommandBatch::accepted, Outcome.Refused::new);
        } catch (NothingStored failure) {
            if (failure.getCause() instanceof RefusedTooLate || Collisions.isCollision(failure)) {
                return oneByOneUnless(failure, items);
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } catch (RuntimeException failure) {
            if (Collisions.isCollision(failure)) {
                return oneByOneUnless(failure, items);
            }
            throw failure;
        }
    }

    private List<Outcome> oneByOneUnless(RuntimeException failure, List<BatchItem> items) {
        if (!Collisions.mayTryAgain()) {
            throw failure;
        }
        return items.stream().map(this::alone).toList();
    }

    /**
     * As {@link #execute} for commands that know nothing of each other: a failure of one is never the failure of
     * another, unless the database failed and nobody knows what it stored.
     */
    List<SharedCommits.Outcome<Handled>> executeForStrangers(List<BatchItem> items) {
        if (items.size() == 1) {
            return List.of(aloneForStranger(items.getFirst()));
        }
        try {
            return together(items, SharedCommits.Outcome.Done::new, SharedCommits.Outcome.Failed::new);
        } catch (RuntimeException failure) {
            if (failure instanceof NothingStored || Collisions.isCollision(failure)) {
                return items.stream().map(this::aloneForStranger).toList();
            }
            throw failure;
        }
    }

    private SharedCommits.Outcome<Handled> aloneForStranger(BatchItem item) {
        try {
            return new SharedCommits.Outcome.Done<>(oneByOne.handle(item.command(), item.context()));
        } catch (RuntimeException failure) {
            return new SharedCommits.Outcome.Failed<>(failure);
        }
    }

    private <O> List<O> together(List<BatchItem> items, Function<Handled, O> handled, Function<Refusal, O> refused) {
        List<CommandMessage<?>> messages = new ArrayList<>(items.size());
        items.forEach(item -> messages.add(CommandUnitOfWork.message(item.command(), item.context())));
        Map<Class<?>, Integer> toCome = new HashMap<>();
        messages.forEach(message -> toCome.merge(message.getPayloadType(), 1, Integer::sum));
        return unitOfWork.run(messages.getFirst(), () -> {
            ReservationBatch reservations = ReservationBatch.begin(CurrentUnitOfWork.get());
            List<O> outcomes = new ArrayList<>(messages.size());
            for (CommandMessage<?> message : messages) {
                reservations.expect(toCome.merge(message.getPayloadType(), -1, Integer::sum) + 1);
                try {
                    outcomes.add(handled.apply(next(message, reservations)));
                } catch (Refusal refusal) {
                    outcomes.add(refused.apply(refusal));
                } catch (Exception failure) {
                    throw new NothingStored(failure);
                }
            }
            return outcomes;
        });
    }

    private Handled next(CommandMessage<?> message, ReservationBatch reservations) throws Exception {
        UnitOfWork<?> current = CurrentUnitOfWork.get();
        current.transformMessage(_ -> message);
        int before = NotifyingEventStore.publishedIn(current);
        try {
            Handled handled = targets.handle(message);
            reservations.keep();
            return handled;
        } catch (Refusal refusal) {
            if (NotifyingEventStore.publishedIn(current) != before) {
                throw new RefusedTooLate(refusal);
            }
            reservations.undo();
            throw refusal;
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
