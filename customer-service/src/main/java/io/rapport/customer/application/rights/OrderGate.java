package io.rapport.customer.application.rights;

import io.rapport.customer.domain.orders.OrderCommand;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderState;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.OwnerRules;
import io.rapport.values.Assignment;

import java.util.Objects;

/** Who may do what to orders. */
final class OrderGate {

    private OrderGate() {
    }

    static OrderCommand.Place toPlace(OrderCommand.Place command, Permissions caller, References references) {
        OrderFacts facts = OrderFacts.SHEET.tidied(command.facts());
        references.checkCustomer("customerId", facts.customerId(), caller);
        references.checkOpportunity("opportunityId", facts.opportunityId(), caller);
        Assignment assignment = OwnerRules.ofNew(Kind.ORDER, command.assignment(), caller.rights(),
                action -> caller.owners(Kind.ORDER, action));
        caller.checkFields(Kind.ORDER,
                Belonging.toCustomer(assignment.owner(), facts.customerId(), references.customers()),
                Gates.named(OrderFacts.SHEET.present(facts), facts.custom()), "");
        return new OrderCommand.Place(command.orderId(), command.number(), command.facts(), assignment);
    }

    static void toChange(OrderState state, OrderCommand command, Permissions caller, References references) {
        Belonging holders = Belonging.toCustomer(state.assignment().owner(), state.facts().customerId(),
                references.customers());
        Gates.isVisible(Kind.ORDER, holders, caller);
        Gates.isWritable(Kind.ORDER, holders, caller);
        if (command instanceof OrderCommand.Change change) {
            change.parts().forEach(part -> check(part, state, holders, caller, references));
        }
    }

    private static void check(OrderCommand.Part part, OrderState state, Belonging holders, Permissions caller,
                              References references) {
        switch (part) {
            case OrderCommand.Part.ChangeFacts change -> {
                caller.checkFields(Kind.ORDER, holders, Gates.fields(OrderFacts.SHEET, change.patch(),
                        change.patch().changed().custom()), "");
                OrderFacts wanted = OrderFacts.SHEET.tidied(change.patch().changed());
                if (!Objects.equals(wanted.customerId(), state.facts().customerId())) {
                    references.checkCustomer("customerId", wanted.customerId(), caller);
                }
                if (!Objects.equals(wanted.opportunityId(), state.facts().opportunityId())) {
                    references.checkOpportunity("opportunityId", wanted.opportunityId(), caller);
                }
            }
            case OrderCommand.Part.AssignOwner assign ->
                    OwnerRules.check(state.assignment(), assign.patch(), holders::all,
                            caller.owners(Kind.ORDER, Action.ASSIGN));
        }
    }
}
