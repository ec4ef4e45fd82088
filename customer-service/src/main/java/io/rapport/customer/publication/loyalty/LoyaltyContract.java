package io.rapport.customer.publication.loyalty;

import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Data of the public events of loyalty, version 1; described by the JSON Schemas in {@code contracts/loyalty-rules/v1}
 * and {@code contracts/redemption/v1}.
 */
public sealed interface LoyaltyContract {

    /** {@code loyalty-rules.defined.v1}: the whole set. */
    record RulesDefined(LocalDate validFrom, List<Earning> earning, List<Tier> tiers) implements LoyaltyContract {
    }

    /** {@code loyalty-rules.removed.v1} */
    record RulesRemoved(LocalDate validFrom) implements LoyaltyContract {
    }

    /** {@code redemption.made.v1} */
    record RedemptionMade(String customerId, long points, String reward) implements LoyaltyContract {
    }

    /** Points for money spent. */
    record Earning(Money spend, long points) {
    }

    /** A tier, reached with so many points. */
    record Tier(String code, Map<String, String> label, long points) {
    }
}
