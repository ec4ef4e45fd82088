package io.rapport.customer.domain.customers;

import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Just the events that bring a customer from one state to another. Whatever could be before can be again: no rule that
 * has been tightened since stands in the way.
 */
final class CustomerRestatement {

    private CustomerRestatement() {
    }

    /** None when both are the same. */
    static List<CustomerEvent> events(CustomerState present, CustomerState target) {
        List<CustomerEvent> events = new ArrayList<>();
        if (present.archived() && !target.archived()) {
            events.add(new CustomerEvent.Restored());
        }
        Patch<CustomerFacts> patch =
                CustomerFacts.SHEET.effective(present.facts(), CustomerFacts.SHEET.replacement(target.facts()));
        String number = present.number().equals(target.number()) ? null : target.number();
        if (number != null || !CustomerFacts.SHEET.isEmpty(patch)) {
            events.add(new CustomerEvent.FactsChanged(number, patch.changed(), patch.cleared()));
        }
        if (!present.assignment().equals(target.assignment())) {
            events.add(new CustomerEvent.OwnerAssigned(target.assignment().owner(), target.assignment().team()));
        }
        if (present.salesStatus() != target.salesStatus()) {
            events.add(new CustomerEvent.StatusChanged(present.salesStatus(), target.salesStatus()));
        }
        if (present.activityClosed() != target.activityClosed()) {
            events.add(target.activityClosed()
                    ? new CustomerEvent.ActivityClosed() : new CustomerEvent.ActivityReopened());
        }
        if (present.lifecycleOverride() != target.lifecycleOverride()) {
            events.add(new CustomerEvent.LifecycleOverridden(target.lifecycleOverride()));
        }
        if (!present.archived() && target.archived()) {
            events.add(new CustomerEvent.Archived());
        }
        return events;
    }
}
