package io.rapport.reporting.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.Money;

import java.util.List;

/**
 * What the open opportunities of a pipeline come to.
 *
 * @param pipeline its key
 * @param label    what it is called, in the caller's language; left out for one that nobody defined
 * @param stages   in their order: those that may be entered, and others that have any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardAnswer(String pipeline, String label, List<Stage> stages) {

    /**
     * Amounts are left out for who sees none, and are of those opportunities where he does.
     *
     * @param stage         its key
     * @param label         what it is called, in the caller's language; left out for one that nobody defined
     * @param stalled       how many of them have been in the stage for too long
     * @param amounts       exact sums, one for each currency
     * @param weighted      sums of amount times probability, rounded once to the smallest unit of each currency
     * @param total         all amounts in the base currency of the exchange rates, by those of today
     * @param weightedTotal the same of amount times probability
     * @param unconverted   amounts that are not in the totals, for want of a rate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stage(String stage, String label, long count, long stalled, List<Money> amounts, List<Money> weighted,
            Money total, Money weightedTotal, List<Money> unconverted) {
    }
}
