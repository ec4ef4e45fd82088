package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.refusal.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.Optional;

/** The loyalty rules from a day on, as an administrator settles them. */
@AggregateRoot(type = "loyalty-rules")
public class LoyaltyRuleSet {

    @AggregateIdentifier
    private String id;
    private RuleSet rules;

    /** For the store, which replays the events. */
    LoyaltyRuleSet() {
    }

    @CommandHandler
    LoyaltyRuleSet(LoyaltyRulesCommand.Define command) {
        decide(null, command.rules()).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(LoyaltyRulesCommand.Redefine command) {
        decide(rules, command.rules()).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(LoyaltyRulesCommand.Remove command) {
        if (rules == null) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        }
        AggregateLifecycle.apply(new LoyaltyRulesEvent.Removed(rules.validFrom()));
    }

    @EventSourcingHandler
    void on(LoyaltyRulesEvent event) {
        switch (event) {
            case LoyaltyRulesEvent.Defined defined -> {
                id = defined.rules().id();
                rules = defined.rules();
            }
            case LoyaltyRulesEvent.Removed _ -> rules = null;
        }
    }

    static Optional<LoyaltyRulesEvent> decide(RuleSet before, RuleSet after) {
        LoyaltyPolicies.check(after);
        return after.equals(before) ? Optional.empty() : Optional.of(new LoyaltyRulesEvent.Defined(after));
    }
}
