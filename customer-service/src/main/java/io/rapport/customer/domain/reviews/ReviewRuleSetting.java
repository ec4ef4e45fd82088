package io.rapport.customer.domain.reviews;

import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

/** The review rule of customers as a setting: always defined as a whole. */
@AggregateRoot(type = ReviewRuleSetting.KIND)
public class ReviewRuleSetting {

    public static final String KIND = "review-rule";

    /** There is one. */
    public static final String ID = KIND + ":customer";

    @AggregateIdentifier
    private String id;
    private ReviewRule rule;

    /** For the store, which replays the events. */
    ReviewRuleSetting() {
    }

    @CommandHandler
    ReviewRuleSetting(ReviewRuleCommand.Define command, CustomerSettings settings) {
        AggregateLifecycle.apply(new ReviewRuleEvent.Defined(checked(command.rule(), settings)));
    }

    @CommandHandler
    void handle(ReviewRuleCommand.Redefine command, CustomerSettings settings) {
        ReviewRule wanted = checked(command.rule(), settings);
        if (!wanted.equals(rule)) {
            AggregateLifecycle.apply(new ReviewRuleEvent.Defined(wanted));
        }
    }

    @EventSourcingHandler
    void on(ReviewRuleEvent.Defined event) {
        id = ID;
        rule = event.rule();
    }

    /** @throws io.rapport.contracts.refusal.Refusal INVALID naming every part that makes no sense */
    private static ReviewRule checked(ReviewRule rule, CustomerSettings settings) {
        FieldErrors errors = new FieldErrors();
        ReviewRulePolicies.aRuleMakesSense(rule, settings, errors);
        errors.throwIfAny();
        return rule;
    }
}
