package io.rapport.customer.configuration;

import io.rapport.customer.domain.loyalty.LoyaltyRuleSet;
import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import io.rapport.customer.domain.loyalty.Redemption;
import io.rapport.customer.domain.loyalty.RedemptionEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of loyalty rules and redemptions are stored. */
@Configuration(proxyBeanMethods = false)
class LoyaltyEventConfiguration {

    @Bean
    RecordType<LoyaltyRuleSet, LoyaltyRulesEvent> loyaltyRules(EventPublication<LoyaltyRulesEvent> publication) {
        return RecordType.of("loyalty-rules", "1", LoyaltyRuleSet.class, LoyaltyRulesEvent.class, publication)
                .event("loyalty-rules.defined", "1", LoyaltyRulesEvent.Defined.class)
                .event("loyalty-rules.removed", "1", LoyaltyRulesEvent.Removed.class)
                .build();
    }

    @Bean
    RecordType<Redemption, RedemptionEvent> redemptions(EventPublication<RedemptionEvent> publication) {
        return RecordType.of("redemption", "1", Redemption.class, RedemptionEvent.class, publication)
                .event("redemption.made", "1", RedemptionEvent.Made.class)
                .event("redemption.taken-back", "1", RedemptionEvent.TakenBack.class)
                .build();
    }
}
