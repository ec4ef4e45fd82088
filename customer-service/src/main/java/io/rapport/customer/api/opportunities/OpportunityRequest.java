package io.rapport.customer.api.opportunities;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.values.Assignment;

import java.time.LocalDate;
import java.util.List;

/**
 * An opportunity as clients write it: flat, every field optional to the parser. What a field may hold is said by the
 * domain.
 *
 * @param pipeline key of the pipeline it is to be in
 * @param stage    key of the stage it is to be in
 * @param lead     what it is made of; only for a new one
 */
record OpportunityRequest(
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
        String pipeline,
        String stage,
        Lead lead,
        String owner,
        String team,
        CustomValues custom) {

    /** See {@link io.rapport.customer.domain.opportunities.Lead}. */
    record Lead(String kind, String id, String source) {
    }

    OpportunityFacts facts() {
        return new OpportunityFacts(name, customerId, contactIds, amount, expectedClose, probability, need, budget,
                purchaseIntent, nextStep, background, competitors, source, tags, custom);
    }

    Assignment assignment() {
        return new Assignment(owner, team);
    }
}
