package io.rapport.customer.domain.customers;

import io.rapport.values.Assignment;

/**
 * All that decisions about a customer depend on.
 *
 * @param number            unique digits
 * @param activityClosed    closed by hand; otherwise activity is derived elsewhere
 * @param lifecycleOverride null: derived elsewhere
 * @param review            null when it counts
 * @param merges            how it is merged with other customers
 */
public record CustomerState(
        String number,
        CustomerFacts facts,
        SalesStatus salesStatus,
        Assignment assignment,
        boolean activityClosed,
        LifecycleStage lifecycleOverride,
        Review review,
        boolean archived,
        Merges merges) {

    public CustomerState {
        merges = merges == null ? Merges.NONE : merges;
    }

    CustomerState with(String newNumber, CustomerFacts newFacts) {
        return new CustomerState(newNumber, newFacts, salesStatus, assignment, activityClosed, lifecycleOverride,
                review, archived, merges);
    }

    CustomerState with(Assignment newAssignment) {
        return new CustomerState(number, facts, salesStatus, newAssignment, activityClosed, lifecycleOverride,
                review, archived, merges);
    }

    CustomerState with(SalesStatus newStatus) {
        return new CustomerState(number, facts, newStatus, assignment, activityClosed, lifecycleOverride,
                review, archived, merges);
    }

    CustomerState closed(boolean nowClosed) {
        return new CustomerState(number, facts, salesStatus, assignment, nowClosed, lifecycleOverride, review,
                archived, merges);
    }

    CustomerState overridden(LifecycleStage stage) {
        return new CustomerState(number, facts, salesStatus, assignment, activityClosed, stage, review, archived,
                merges);
    }

    CustomerState reviewed(Review now) {
        return new CustomerState(number, facts, salesStatus, assignment, activityClosed, lifecycleOverride, now,
                archived, merges);
    }

    CustomerState archived(boolean nowArchived) {
        return new CustomerState(number, facts, salesStatus, assignment, activityClosed, lifecycleOverride,
                review, nowArchived, merges);
    }

    CustomerState with(Merges newMerges) {
        return new CustomerState(number, facts, salesStatus, assignment, activityClosed, lifecycleOverride, review,
                archived, newMerges);
    }
}
