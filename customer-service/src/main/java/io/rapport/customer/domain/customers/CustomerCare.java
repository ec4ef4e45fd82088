package io.rapport.customer.domain.customers;

import io.rapport.customer.domain.customers.CustomerCommand.Confirm;
import io.rapport.customer.domain.customers.CustomerCommand.Part.OverrideLifecycle;
import io.rapport.values.FieldErrors;

import java.time.LocalDate;
import java.util.List;

/** How people keep a profile true: they look through it, and say what cannot be derived. Pure. */
final class CustomerCare {

    private CustomerCare() {
    }

    static List<CustomerEvent> decide(CustomerState state, Confirm command) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        LocalDate due = command.nextReviewDue() == null
                ? command.today().plusMonths(CustomerPolicies.REVIEW_MONTHS) : command.nextReviewDue();
        FieldErrors errors = new FieldErrors();
        CustomerPolicies.theNextReviewLiesAhead(due, command.today(), errors);
        errors.throwIfAny();
        return List.of(new CustomerEvent.ProfileConfirmed(due));
    }

    static List<CustomerEvent> decide(CustomerState state, OverrideLifecycle override, FieldErrors errors) {
        CustomerPolicies.overridingTheLifecycleGivesAReason(override.stage(), override.reason(), errors);
        LifecycleStage stage = override.stage() != null && CustomerPolicies.LIFECYCLE_STAGES.codes()
                .contains(override.stage()) ? LifecycleStage.valueOf(override.stage()) : null;
        return stage == state.lifecycleOverride() ? List.of() : List.of(new CustomerEvent.LifecycleOverridden(stage));
    }
}
