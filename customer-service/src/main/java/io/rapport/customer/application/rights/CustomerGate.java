package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.CustomerState;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.OwnerRules;
import io.rapport.values.Assignment;


/** Who may do what to customers. */
final class CustomerGate {

    private CustomerGate() {
    }

    static CustomerCommand.Register toRegister(CustomerCommand.Register command, Permissions caller) {
        Assignment assignment = OwnerRules.ofNew(Kind.CUSTOMER, command.assignment(), caller.rights(),
                action -> caller.owners(Kind.CUSTOMER, action));
        caller.checkFields(Kind.CUSTOMER, Belonging.of(assignment.owner()),
                Gates.named(CustomerFacts.SHEET.present(CustomerFacts.SHEET.tidied(command.facts())),
                        command.facts().custom()), "");
        return new CustomerCommand.Register(command.customerId(), command.number(), command.facts(),
                command.salesStatus(), assignment);
    }

    static void toChange(CustomerState state, CustomerCommand command, Permissions caller) {
        Belonging holders = Belonging.of(state.assignment().owner());
        Gates.isVisible(Kind.CUSTOMER, holders, caller);
        switch (command) {
            case CustomerCommand.Approve _, CustomerCommand.SendBack _ -> approves(holders, caller);
            case CustomerCommand.Change change -> {
                Gates.isWritable(Kind.CUSTOMER, holders, caller);
                change.parts().forEach(part -> check(part, state, holders, caller));
            }
            case CustomerCommand.Merge merge -> {
                Gates.isWritable(Kind.CUSTOMER, holders, caller);
                caller.checkFields(Kind.CUSTOMER, holders, merge.take().keySet(), "take.");
            }
            case CustomerCommand.Register _, CustomerCommand.Archive _, CustomerCommand.Restore _,
                    CustomerCommand.TellApart _, CustomerCommand.Unmerge _, CustomerCommand.Confirm _,
                    CustomerCommand.Resubmit _, CustomerCommand.Restate _, CustomerCommand.Withdraw _,
                    CustomerCommand.ChangeTier _ -> Gates.isWritable(Kind.CUSTOMER, holders, caller);
        }
    }

    private static void check(CustomerCommand.Part part, CustomerState state, Belonging holders, Permissions caller) {
        switch (part) {
            case CustomerCommand.Part.ChangeFacts change -> caller.checkFields(Kind.CUSTOMER, holders,
                    Gates.fields(CustomerFacts.SHEET, change.patch(), change.patch().changed().custom()), "");
            case CustomerCommand.Part.AssignOwner assign ->
                    OwnerRules.check(state.assignment(), assign.patch(), holders::all,
                            caller.owners(Kind.CUSTOMER, Action.ASSIGN));
            case CustomerCommand.Part.ChangeTags _, CustomerCommand.Part.ChangeStatus _,
                    CustomerCommand.Part.OverrideLifecycle _, CustomerCommand.Part.CloseActivity _,
                    CustomerCommand.Part.ReopenActivity _ -> { }
        }
    }

    /** @throws Refusal FORBIDDEN */
    private static void approves(Belonging holders, Permissions caller) {
        if (!holders.areIn(caller.owners(Kind.CUSTOMER, Action.APPROVE))) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "review-manager-needed");
        }
    }
}
