package io.rapport.customer.domain.opportunities;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.values.FactSheet;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known about an opportunity. Each component may be null: not known, or in a change: not touched.
 *
 * @param customerId     the customer it belongs to
 * @param contactIds     people of the customer who take part
 * @param amount         what the sale would bring
 * @param expectedClose  预期成交时间
 * @param probability    percent, 0 to 100, as somebody judges it; null: that of its stage
 * @param need           what the customer needs
 * @param budget         what the customer can spend
 * @param purchaseIntent 购买意向
 * @param nextStep       下一步, what its owner has resolved to do next
 * @param source         来源, how it came about
 * @param custom         values of the fields that administrators added
 */
public record OpportunityFacts(
        String name,
        String customerId,
        List<String> contactIds,
        Money amount,
        LocalDate expectedClose,
        Integer probability,
        String need,
        Money budget,
        String purchaseIntent,
        String nextStep,
        String background,
        List<String> competitors,
        String source,
        List<String> tags,
        CustomValues custom) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<OpportunityFacts> SHEET = FactSheet.of(OpportunityFacts.class);

    public OpportunityFacts {
        contactIds = contactIds == null ? null : List.copyOf(contactIds);
        competitors = competitors == null ? null : List.copyOf(competitors);
        tags = tags == null ? null : List.copyOf(tags);
    }

    OpportunityFacts withOrigin(String newCustomerId, String newSource) {
        return new OpportunityFacts(name, newCustomerId, contactIds, amount, expectedClose, probability, need, budget,
                purchaseIntent, nextStep, background, competitors, newSource, tags, custom);
    }

    OpportunityFacts withCustom(CustomValues newCustom) {
        return new OpportunityFacts(name, customerId, contactIds, amount, expectedClose, probability, need, budget,
                purchaseIntent, nextStep, background, competitors, source, tags, newCustom);
    }

    OpportunityFacts withTags(List<String> newTags) {
        return new OpportunityFacts(name, customerId, contactIds, amount, expectedClose, probability, need, budget,
                purchaseIntent, nextStep, background, competitors, source, newTags, custom);
    }
}
