package io.rapport.customer.domain.orders;

import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.util.List;

/**
 * What can be asked of an order. {@code expectedVersion} counts from 0 (version of the interface less 1) and is null
 * where any version will do.
 */
public sealed interface OrderCommand {

    String orderId();

    /**
     * A purchase.
     *
     * @param number     null: the platform gives one
     * @param facts      with customer, day, and lines or amount
     * @param assignment who looks after it
     */
    record Place(
            @TargetAggregateIdentifier String orderId,
            String number,
            OrderFacts facts,
            Assignment assignment) implements OrderCommand {
    }

    /** Several changes that happen together or not at all. */
    record Change(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion,
            List<Part> parts) implements OrderCommand {

        public Change {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The purchase did not come about, or was taken back. It stays visible and counts no longer.
     *
     * @param reason required
     */
    record Cancel(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements OrderCommand {
    }

    /** Takes a cancellation back. */
    record Reinstate(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion) implements OrderCommand {
    }

    /**
     * Takes the order out of use; it can be restored.
     *
     * @param reason required
     */
    record Archive(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements OrderCommand {
    }

    /** Brings an archived order back. */
    record Restore(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion) implements OrderCommand {
    }

    /**
     * Makes the order again what it was, whatever has been settled since.
     *
     * @param target as it is to be
     */
    record Restate(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion,
            OrderState target) implements OrderCommand {
    }

    /** Takes back that the order was ever entered: its number is free again, and it can be found no more. */
    record Withdraw(
            @TargetAggregateIdentifier String orderId,
            @TargetAggregateVersion Long expectedVersion) implements OrderCommand {
    }

    /** One change of a {@link Change}. */
    sealed interface Part {

        /**
         * Other facts, another number. New lines without a new amount change the amount to their sum.
         *
         * @param number null: stays as it is
         */
        record ChangeFacts(String number, Patch<OrderFacts> patch) implements Part {
        }

        /** Another owner or team. */
        record AssignOwner(Patch<Assignment> patch) implements Part {
        }
    }
}
