package io.rapport.customer.domain.orders;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.values.DateRule;
import io.rapport.values.FieldErrors;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.util.List;
import java.util.regex.Pattern;

/** The rule book of orders: each rule is a named function; what money and quantities keep is in {@link OrderPrices}. */
final class OrderPolicies {

    private static final TextRule CONTRACT = TextRule.line(200);
    private static final TextRule PRODUCT = TextRule.line(200);
    private static final TextRule NOTE = TextRule.lines(10_000);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]([0-9A-Za-z._/-]{0,38}[0-9A-Za-z])?");

    private OrderPolicies() {
    }

    static void factsKeepTheRules(OrderFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
        RecordReference.check("opportunityId", facts.opportunityId(), errors);
        CONTRACT.check("contract", facts.contract(), errors);
        NOTE.check("note", facts.note(), errors);
        DateRule.check("orderedAt", facts.orderedAt(), errors);
        everyLineNamesItsProduct(facts.lines(), errors);
    }

    static void customerAndDayAreGiven(OrderFacts facts, FieldErrors errors) {
        if (facts.customerId() == null) {
            errors.add("customerId", "required");
        }
        if (facts.orderedAt() == null) {
            errors.add("orderedAt", "required");
        }
    }

    static void numberIsPlain(String number, FieldErrors errors) {
        if (number != null && !NUMBER.matcher(number).matches()) {
            errors.add("number", "order-number-invalid");
        }
    }

    static void aReasonIsGiven(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /**
     * What an order comes from belongs to whoever bought.
     *
     * @param changed what is said anew
     * @param after   the facts of the order then
     * @throws Refusal INVALID naming each reference that leads nowhere, or to another's
     */
    static void referencesFit(OrderFacts changed, OrderFacts after, CustomerReferences customers,
                              OpportunityReferences opportunities) {
        FieldErrors errors = new FieldErrors();
        customers.check("customerId", changed.customerId(), errors);
        boolean concerned = changed.opportunityId() != null || changed.customerId() != null;
        if (concerned && after.opportunityId() != null) {
            switch (opportunities.of(after.opportunityId(), after.customerId())) {
                case OF_THE_CUSTOMER -> { }
                case OF_ANOTHER -> errors.add("opportunityId", "opportunity-of-another-customer");
                case UNKNOWN -> errors.add("opportunityId", "opportunity-unknown");
            }
        }
        errors.throwIfAny();
    }

    /** @throws Refusal CONFLICT: an archived order is restored before anything else happens to it */
    static void anArchivedOrderDoesNotChange(OrderState state) {
        if (state.archived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "order-archived");
        }
    }

    /** @throws Refusal CONFLICT: of a cancelled order only who looks after it changes */
    static void aCancelledOrderKeepsItsFacts(OrderState state, List<OrderCommand.Part> parts) {
        if (state.cancelled() && parts.stream().anyMatch(OrderCommand.Part.ChangeFacts.class::isInstance)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "order-cancelled");
        }
    }

    /** @throws Refusal CONFLICT */
    static void aNumberBelongsToOneOrder(boolean reserved, String number) {
        if (!reserved) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "number", "order-number-taken", number);
        }
    }

    private static void everyLineNamesItsProduct(List<OrderLine> lines, FieldErrors errors) {
        if (lines != null) {
            for (int i = 0; i < lines.size(); i++) {
                PRODUCT.checkGiven("lines[" + i + "].product", lines.get(i).product(), errors);
            }
        }
    }
}
