package io.rapport.customer.domain.opportunities;

/**
 * What a stage asked of an opportunity when it came in. An administrator may change the stage later; what has happened
 * stays as it was.
 *
 * @param probability      percent of the opportunities in the stage that are expected to be won
 * @param stalledAfterDays days in the stage after which the opportunity counts as stalled; null: never
 */
public record StageTerms(Integer probability, Integer stalledAfterDays) {
}
