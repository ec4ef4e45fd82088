package io.rapport.reporting.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.reporting.search.api.ListAnswer;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * The complete profile 客户档案 of a customer. Every part is bounded and says how many there are; the lists behind go on
 * where it ends.
 *
 * @param customer          as it is answered alone, with its preferences, its value and its quality
 * @param contacts          the newest
 * @param openOpportunities those to be closed first
 * @param orders            the last
 * @param interactions      the last
 * @param nextActions       what the open opportunities here ask for
 */
record ProfileAnswer(ObjectNode customer, ListAnswer contacts, ListAnswer openOpportunities, ListAnswer orders,
        ListAnswer interactions, Loyalty loyalty, Lookalikes duplicates, List<NextStep> nextActions) {

    /**
     * @param tier code of the tier; left out for none
     * @param href where the points are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loyalty(String tier, String href) {
    }

    /**
     * Customers that this one may be.
     *
     * @param items the likeliest: {@code id}, {@code number}, {@code name} and {@code score}
     */
    record Lookalikes(List<ObjectNode> items, long total) {
    }

    /** @param action rule, facts and text, as the opportunity tells them */
    record NextStep(String opportunityId, String name, ObjectNode action) {
    }
}
