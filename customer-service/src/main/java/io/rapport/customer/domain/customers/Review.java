package io.rapport.customer.domain.customers;

/**
 * That a customer does not count yet 审核: a second person has to approve it first.
 *
 * @param enteredBy   who registered it
 * @param submittedBy who asked for the review last; the same person at first
 */
public record Review(State state, String enteredBy, String submittedBy) {

    public enum State {
        /** For a decision. */
        WAITING,
        /** For corrections, and then to be submitted again. */
        SENT_BACK
    }

    static Review requested(Review before, String by) {
        return new Review(State.WAITING, before == null ? by : before.enteredBy, by);
    }

    Review sentBack() {
        return new Review(State.SENT_BACK, enteredBy, submittedBy);
    }

    boolean isOf(String person) {
        return person.equals(enteredBy) || person.equals(submittedBy);
    }
}
