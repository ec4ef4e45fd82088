package io.rapport.customer.publication.loyalty;

import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import io.rapport.customer.domain.loyalty.RuleSet;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of changes to loyalty rules. */
@Component
class LoyaltyRulesPublication implements EventPublication<LoyaltyRulesEvent> {

    @Override
    public PublicEvent publish(LoyaltyRulesEvent event) {
        return switch (event) {
            case LoyaltyRulesEvent.Defined e -> new PublicEvent("loyalty-rules.defined.v1", defined(e.rules()));
            case LoyaltyRulesEvent.Removed e -> new PublicEvent("loyalty-rules.removed.v1",
                    new LoyaltyContract.RulesRemoved(e.validFrom()));
        };
    }

    private static LoyaltyContract.RulesDefined defined(RuleSet rules) {
        return new LoyaltyContract.RulesDefined(rules.validFrom(),
                rules.earning().stream().map(rule -> new LoyaltyContract.Earning(rule.spend(), rule.points())).toList(),
                rules.tiers().stream().map(tier -> new LoyaltyContract.Tier(tier.code(), tier.label(), tier.points()))
                        .toList());
    }
}
