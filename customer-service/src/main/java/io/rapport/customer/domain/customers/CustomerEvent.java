package io.rapport.customer.domain.customers;

import java.util.Set;

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

    record Archived() implements CustomerEvent {
    }

    record Restored() implements CustomerEvent {
    }
}
