package io.rapport.customer.application.opportunities.imports;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.values.Assignment;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a file of opportunities, understood; all but the name may be null.
 *
 * @param recognisedBy what the user chose; null for customer and name
 * @param customer     whom it says it is about; may be empty where another field recognises it
 */
record OpportunityRow(RecognisingField recognisedBy, String name, CustomerMention customer, Money amount,
                      LocalDate expectedClose, Integer probability, String need, Money budget, String purchaseIntent,
                      String nextStep, String background, List<String> competitors, String source, List<String> tags,
                      CustomValues custom, String pipeline, String stage, Assignment assignment) {

    OpportunityFacts facts(String customerId) {
        return new OpportunityFacts(name, customerId, null, amount, expectedClose, probability, need, budget,
                purchaseIntent, nextStep, background, competitors, source, tags, custom);
    }
}
