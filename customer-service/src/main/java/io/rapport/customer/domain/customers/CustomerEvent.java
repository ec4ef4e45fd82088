package io.rapport.customer.domain.customers;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has happened to a customer, as it is stored. Private to this service; other programs see the public events that
 * {@code publication} makes of these.
 */
public sealed interface CustomerEvent {

    /** @param facts with type and level, also where none was given */
    record Registered(String customerId, String number, CustomerFacts facts, SalesStatus salesStatus, String owner,
                      String team) implements CustomerEvent {

        Registered numbered(String given) {
            return new Registered(customerId, given, facts, salesStatus, owner, team);
        }
    }

    /**
     * @param number  the new one; null when it stays
     * @param changed only the new values; nested records whole
     * @param cleared names of facts that are no longer known
     */
    record FactsChanged(String number, CustomerFacts changed, Set<String> cleared) implements CustomerEvent {
    }

    /** The assignment as it is now; null for nobody and unknown. */
    record OwnerAssigned(String owner, String team) implements CustomerEvent {
    }

    record StatusChanged(SalesStatus from, SalesStatus to) implements CustomerEvent {
    }

    record ActivityClosed() implements CustomerEvent {
    }

    record ActivityReopened() implements CustomerEvent {
    }

    /** @param to null: derived again */
    record LifecycleOverridden(LifecycleStage to) implements CustomerEvent {
    }

    /** @param nextReviewDue day by which somebody has to look through the profile again */
    record ProfileConfirmed(LocalDate nextReviewDue) implements CustomerEvent {
    }

    /**
     * From here on it does not count until it is approved.
     *
     * @param by      who entered the customer, or submitted it again
     * @param because name of the rule's case that asks for it; null when it is submitted again
     */
    record ReviewRequested(String by, String because) implements CustomerEvent {
    }

    record Approved() implements CustomerEvent {
    }

    record SentBack() implements CustomerEvent {
    }

    record Archived() implements CustomerEvent {
    }

    record Restored() implements CustomerEvent {
    }

    /**
     * Another customer became part of this one.
     *
     * @param from    the other
     * @param records the other, and those that had become part of it before: this customer answers for them all
     * @param values  what was taken from the other
     */
    record Absorbed(String from, List<String> records, ChangedValues values) implements CustomerEvent {

        public Absorbed {
            records = List.copyOf(records);
        }
    }

    /**
     * Another customer is one of its own again.
     *
     * @param records those that this customer answers for no longer
     * @param values  what went back to what it was before
     * @param kept    names of the fields that did not, because they have been changed since
     */
    record Released(String from, List<String> records, ChangedValues values, Set<String> kept)
            implements CustomerEvent {

        public Released {
            records = List.copyOf(records);
            kept = Collections.unmodifiableSet(new TreeSet<>(kept));
        }
    }

    /** This customer became part of another, which answers for it from now on. */
    record MergedInto(String into) implements CustomerEvent {
    }

    /**
     * Somebody has compared this customer with another that looks alike.
     *
     * @param apart whether they are two; false takes it back
     */
    record ToldApart(String from, boolean apart) implements CustomerEvent {
    }

    /** This customer is one of its own again, as it was before. */
    record UnmergedFrom(String from) implements CustomerEvent {
    }

    /** The customer was entered by mistake; the last event of its life. */
    record Withdrawn() implements CustomerEvent {
    }

    /** Its loyalty tier is another; null for none. Decides nothing here: it follows from purchases and rules. */
    record TierChanged(String from, String to) implements CustomerEvent {
    }
}
