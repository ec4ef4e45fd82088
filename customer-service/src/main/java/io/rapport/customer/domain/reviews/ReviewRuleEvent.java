package io.rapport.customer.domain.reviews;

import io.rapport.customer.domain.customers.ReviewRule;

/** What has happened to the review rule, as it is stored. */
public sealed interface ReviewRuleEvent {

    /** @param rule the whole of it */
    record Defined(ReviewRule rule) implements ReviewRuleEvent {
    }
}
