package io.rapport.customer.domain.customers;

import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be asked of a customer. {@code expectedVersion} counts from 0 (version of the interface less 1) and is null
 * where any version will do.
 */
public sealed interface CustomerCommand {

    String customerId();

    /**
     * A new customer.
     *
     * @param number      null: the platform gives one
     * @param salesStatus code of {@link SalesStatus}; null: {@code POTENTIAL}
     * @param assignment  who looks after it
     */
    record Register(
            @TargetAggregateIdentifier String customerId,
            String number,
            CustomerFacts facts,
            String salesStatus,
            Assignment assignment) implements CustomerCommand {
    }

    /** Several changes that happen together or not at all. */
    record Change(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            List<Part> parts) implements CustomerCommand {

        public Change {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Takes the customer out of use; it can be restored.
     *
     * @param reason required
     */
    record Archive(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements CustomerCommand {
    }

    /** Brings an archived customer back. */
    record Restore(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion) implements CustomerCommand {
    }

    /**
     * Makes another customer part of this one.
     *
     * @param from the other
     * @param take what to take from the other: names of facts, {@code owner} (with its team), {@code salesStatus} and
     *             {@code activity}, each with {@code this}, {@code from} or, for lists, {@code both}; what is not named
     *             stays as it is
     */
    record Merge(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String from,
            Map<String, String> take) implements CustomerCommand {
    }

    /**
     * Remembers that another customer that looks alike is not the same.
     *
     * @param apart false takes it back
     */
    record TellApart(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String from,
            boolean apart) implements CustomerCommand {
    }

    /** Makes a customer that became part of this one a customer of its own again. */
    record Unmerge(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String from) implements CustomerCommand {
    }

    /**
     * Somebody looked through the profile: it is right.
     *
     * @param nextReviewDue when to look again; null: after {@link CustomerPolicies#REVIEW_MONTHS} months
     * @param today         day of the confirmation
     */
    record Confirm(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            LocalDate nextReviewDue,
            LocalDate today) implements CustomerCommand {
    }

    /**
     * Lets a customer that waits for approval count.
     *
     * @param by who decides
     */
    record Approve(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String by) implements CustomerCommand {
    }

    /**
     * Returns a customer that waits for approval to whoever entered it.
     *
     * @param reason what has to be put right; required
     */
    record SendBack(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements CustomerCommand {
    }

    /**
     * Asks for the review of a customer that was sent back.
     *
     * @param by who asks
     */
    record Resubmit(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            String by) implements CustomerCommand {
    }

    /**
     * Makes the customer again what it was, whatever has been settled about lists and fields since.
     *
     * @param target as it is to be
     */
    record Restate(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion,
            CustomerState target) implements CustomerCommand {
    }

    /** Takes back that the customer was ever entered: its number is free again, and it can be found no more. */
    record Withdraw(
            @TargetAggregateIdentifier String customerId,
            @TargetAggregateVersion Long expectedVersion) implements CustomerCommand {
    }

    /**
     * Notes the loyalty tier that follows from the customer's purchases; whoever asks has found that it is another.
     *
     * @param from code of the tier before; null for none
     * @param to   code of the tier now; null for none
     */
    record ChangeTier(@TargetAggregateIdentifier String customerId, String from, String to)
            implements CustomerCommand {
    }

    /** One change of a {@link Change}. */
    sealed interface Part {

        /**
         * Other facts, another number.
         *
         * @param number null: stays as it is
         */
        record ChangeFacts(String number, Patch<CustomerFacts> patch) implements Part {
        }

        /** More or fewer tags, whichever there are; one that is both added and removed is added. */
        record ChangeTags(List<String> added, List<String> removed) implements Part {

            public ChangeTags {
                added = List.copyOf(added);
                removed = List.copyOf(removed);
            }

            Patch<CustomerFacts> patch(List<String> present) {
                Set<String> tags = new LinkedHashSet<>(present == null ? List.of() : present);
                removed.forEach(tags::remove);
                tags.addAll(added);
                return tags.isEmpty() ? new Patch<>(CustomerFacts.SHEET.empty(), Set.of("tags"))
                        : new Patch<>(CustomerFacts.SHEET.empty().withTags(List.copyOf(tags)), Set.of());
            }
        }

        /** Another owner or team. */
        record AssignOwner(Patch<Assignment> patch) implements Part {
        }

        /**
         * Another sales status.
         *
         * @param salesStatus code of {@link SalesStatus}
         */
        record ChangeStatus(String salesStatus) implements Part {
        }

        /**
         * A lifecycle stage other than the one derived.
         *
         * @param stage  code of {@link LifecycleStage}; null: derived again
         * @param reason required with a stage
         */
        record OverrideLifecycle(String stage, String reason) implements Part {
        }

        /** No more business with this customer: its activity is {@code CLOSED} whatever happens. */
        record CloseActivity() implements Part {
        }

        /** Business again: its activity is derived from its interactions. */
        record ReopenActivity() implements Part {
        }
    }
}
