package io.rapport.customer.domain.customers;

/**
 * All that decisions about a customer depend on.
 *
 * @param number         unique digits
 * @param activityClosed closed by hand; otherwise activity is derived elsewhere
 */
public record CustomerState(
        String number,
        CustomerFacts facts,
        SalesStatus salesStatus,
        Assignment assignment,
        boolean activityClosed,
        boolean archived) {

    CustomerState with(String newNumber, CustomerFacts newFacts) {
        return new CustomerState(newNumber, newFacts, salesStatus, assignment, activityClosed, archived);
    }

    CustomerState with(Assignment newAssignment) {
        return new CustomerState(number, facts, salesStatus, newAssignment, activityClosed, archived);
    }

    CustomerState with(SalesStatus newStatus) {
        return new CustomerState(number, facts, newStatus, assignment, activityClosed, archived);
    }

    CustomerState closed(boolean nowClosed) {
        return new CustomerState(number, facts, salesStatus, assignment, nowClosed, archived);
    }

    CustomerState archived(boolean nowArchived) {
        return new CustomerState(number, facts, salesStatus, assignment, activityClosed, nowArchived);
    }
}
