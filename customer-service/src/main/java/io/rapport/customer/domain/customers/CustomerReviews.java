package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.CustomerCommand.Approve;
import io.rapport.customer.domain.customers.CustomerCommand.Resubmit;
import io.rapport.customer.domain.customers.CustomerCommand.SendBack;
import io.rapport.values.FieldErrors;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How a customer comes to count: decided by another person than the one who entered it. Whose
 * office it is to decide is a matter of rights. Pure. */
final class CustomerReviews {

    private CustomerReviews() {
    }

    /**
     * Whether a new customer has to wait.
     *
     * @param source how it comes in, as a command's context says it
     * @param roles  codes, separated by commas; null where they are not known
     */
    static List<CustomerEvent> decide(ReviewRule rule, CustomerFacts facts, String by, String source, String roles) {
        ReviewRule.Entry entry = source != null && source.startsWith("import ")
                ? ReviewRule.Entry.IMPORT : ReviewRule.Entry.REQUEST;
        return rule.asksFor(entry, roles(roles), facts)
                .map(because -> List.<CustomerEvent>of(new CustomerEvent.ReviewRequested(by, because)))
                .orElse(List.of());
    }

    private static Set<Role> roles(String codes) {
        return codes == null ? Set.of() : Arrays.stream(codes.split(",")).flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toSet());
    }

    static List<CustomerEvent> decide(CustomerState state, Approve command) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        onlyAWaitingCustomerIsReviewed(state);
        nobodyApprovesHisOwn(state, command.by());
        return List.of(new CustomerEvent.Approved());
    }

    static List<CustomerEvent> decide(CustomerState state, SendBack command) {
        FieldErrors errors = new FieldErrors();
        CustomerPolicies.aReasonIsGiven(command.reason(), errors);
        errors.throwIfAny();
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        onlyAWaitingCustomerIsReviewed(state);
        return List.of(new CustomerEvent.SentBack());
    }

    static List<CustomerEvent> decide(CustomerState state, Resubmit command) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        onlyWhatWasSentBackIsResubmitted(state);
        return List.of(new CustomerEvent.ReviewRequested(command.by(), null));
    }

    /** @throws Refusal FORBIDDEN */
    private static void nobodyApprovesHisOwn(CustomerState state, String by) {
        if (state.review().isOf(by)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "review-own");
        }
    }

    /** @throws Refusal CONFLICT */
    private static void onlyAWaitingCustomerIsReviewed(CustomerState state) {
        if (state.review() == null || state.review().state() != Review.State.WAITING) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "review-not-waiting");
        }
    }

    /** @throws Refusal CONFLICT */
    private static void onlyWhatWasSentBackIsResubmitted(CustomerState state) {
        if (state.review() == null || state.review().state() != Review.State.SENT_BACK) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "review-not-sent-back");
        }
    }
}
