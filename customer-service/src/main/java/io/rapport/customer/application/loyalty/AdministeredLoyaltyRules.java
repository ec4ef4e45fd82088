package io.rapport.customer.application.loyalty;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.loyalty.LoyaltyRules;
import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import io.rapport.customer.domain.loyalty.RuleSet;
import org.springframework.stereotype.Component;

/** The loyalty rules that administrators settled; none until somebody does. */
@Component
public class AdministeredLoyaltyRules {

    private final PresentSettings<RuleSet> sets;

    AdministeredLoyaltyRules(Settings settings) {
        sets = settings.keep("loyalty-rules", LoyaltyRulesEvent.class, RuleSet.class, event -> switch (event) {
            case LoyaltyRulesEvent.Defined defined -> defined.rules();
            case LoyaltyRulesEvent.Removed _ -> null;
        });
    }

    /** For commands: at most a second old. */
    public LoyaltyRules present() {
        return new LoyaltyRules(sets.all().stream().map(Setting::definition).toList());
    }

    /** For readers: never old. */
    public LoyaltyRules stored() {
        return new LoyaltyRules(sets.stored().stream().map(Setting::definition).toList());
    }

    public PresentSettings<RuleSet> sets() {
        return sets;
    }
}
