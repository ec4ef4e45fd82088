package io.rapport.customer.configuration;

import io.rapport.customer.domain.reviews.ReviewRuleEvent;
import io.rapport.customer.domain.reviews.ReviewRuleSetting;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which name the review rule is stored. */
@Configuration(proxyBeanMethods = false)
class ReviewRuleConfiguration {

    @Bean
    RecordType<ReviewRuleSetting, ReviewRuleEvent> reviewRuleRecords(EventPublication<ReviewRuleEvent> publication) {
        return RecordType.of(ReviewRuleSetting.KIND, "1", ReviewRuleSetting.class, ReviewRuleEvent.class, publication)
                .event("review-rule.defined", "1", ReviewRuleEvent.Defined.class)
                .build();
    }
}
