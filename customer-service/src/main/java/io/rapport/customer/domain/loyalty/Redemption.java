package io.rapport.customer.domain.loyalty;

import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** Points that a customer gave for a reward 兑换. */
@AggregateRoot(type = "redemption")
public class Redemption {

    @AggregateIdentifier
    private String redemptionId;
    private boolean takenBack;

    /** For the store, which replays the events. */
    Redemption() {
    }

    @CommandHandler
    Redemption(RedemptionCommand.Redeem command, CustomerReferences customers, LoyaltyBalances balances) {
        FieldErrors errors = new FieldErrors();
        LoyaltyPolicies.aRedemptionSaysWhat(command, errors);
        customers.check("customerId", command.customerId(), errors);
        errors.throwIfAny();
        LoyaltyPolicies.theBalanceSuffices(command.points(),
                balances.take(command.customerId(), command.redemptionId(), command.points()));
        AggregateLifecycle.apply(new RedemptionEvent.Made(command.redemptionId(), command.customerId(),
                command.points(), command.reward()));
    }

    @CommandHandler
    void handle(RedemptionCommand.TakeBack command) {
        decide(takenBack, command).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(RedemptionEvent event) {
        switch (event) {
            case RedemptionEvent.Made made -> redemptionId = made.redemptionId();
            case RedemptionEvent.TakenBack _ -> takenBack = true;
        }
    }

    static List<RedemptionEvent> decide(boolean takenBack, RedemptionCommand.TakeBack command) {
        FieldErrors errors = new FieldErrors();
        LoyaltyPolicies.takingBackGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return takenBack ? List.of() : List.of(new RedemptionEvent.TakenBack());
    }
}
