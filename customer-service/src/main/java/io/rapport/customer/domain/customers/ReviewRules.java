package io.rapport.customer.domain.customers;

/** The rule that decides which new customers wait for approval. */
@FunctionalInterface
public interface ReviewRules {

    /** The rule as it is now. */
    ReviewRule current();
}
