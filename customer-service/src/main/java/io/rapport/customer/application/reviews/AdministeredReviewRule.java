package io.rapport.customer.application.reviews;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.customers.ReviewRules;
import io.rapport.customer.domain.reviews.ReviewRuleEvent;
import io.rapport.customer.domain.reviews.ReviewRuleSetting;
import org.springframework.stereotype.Component;

/** The review rule as the administrator has settled it; until then new customers count at once. */
@Component
public class AdministeredReviewRule implements ReviewRules {

    private final PresentSettings<ReviewRule> rules;

    AdministeredReviewRule(Settings settings) {
        rules = settings.keep(ReviewRuleSetting.KIND, ReviewRuleEvent.class, ReviewRule.class, event -> switch (event) {
            case ReviewRuleEvent.Defined defined -> defined.rule();
        });
    }

    @Override
    public ReviewRule current() {
        return rules.find(ReviewRuleSetting.ID).map(rule -> rule.definition()).orElse(ReviewRule.NONE);
    }

    /** The settings of this kind, for the endpoint that administers them. */
    public PresentSettings<ReviewRule> settings() {
        return rules;
    }
}
