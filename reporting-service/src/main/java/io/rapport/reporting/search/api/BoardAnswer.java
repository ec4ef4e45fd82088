package io.rapport.reporting.search.api;

import io.rapport.contracts.Money;

import java.util.List;

/**
 * What the open opportunities of a pipeline come to.
 *
 * @param stages only those that have any; their order and names are the pipeline's
 */
record BoardAnswer(String pipeline, List<Stage> stages) {

    /**
     * @param stage         its key
     * @param stalled       how many of them have been in the stage for too long
     * @param amounts       exact sums, one for each currency
     * @param weighted      sums of amount times probability, rounded once to the smallest unit of each currency
     * @param total         all amounts in the base currency of the exchange rates, by those of today
     * @param weightedTotal the same of amount times probability
     * @param unconverted   amounts that are not in the totals, for want of a rate
     */
    record Stage(String stage, long count, long stalled, List<Money> amounts, List<Money> weighted, Money total,
            Money weightedTotal, List<Money> unconverted) {
    }
}
