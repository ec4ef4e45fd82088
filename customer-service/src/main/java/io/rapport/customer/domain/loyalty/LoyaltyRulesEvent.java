package io.rapport.customer.domain.loyalty;

import java.time.LocalDate;

/** What has happened to a set of loyalty rules, as it is stored. */
public sealed interface LoyaltyRulesEvent {

    /** These are the rules now, whole. */
    record Defined(RuleSet rules) implements LoyaltyRulesEvent {
    }

    /** From that day on there are no other rules than before. */
    record Removed(LocalDate validFrom) implements LoyaltyRulesEvent {
    }
}
