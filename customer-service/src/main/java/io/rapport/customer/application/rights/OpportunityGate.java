package io.rapport.customer.application.rights;

import io.rapport.customer.domain.opportunities.Lead;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.customer.domain.opportunities.OpportunityState;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.OwnerRules;
import io.rapport.values.Assignment;

/** Who may do what to opportunities. */
final class OpportunityGate {

    private static final String CUSTOMER = "customer";

    private OpportunityGate() {
    }

    static OpportunityCommand.Open toOpen(OpportunityCommand.Open command, Permissions caller, References references) {
        OpportunityFacts facts = OpportunityFacts.SHEET.tidied(command.facts());
        references.checkCustomer("customerId", facts.customerId(), caller);
        Lead lead = command.lead();
        if (lead != null && lead.id() != null && lead.kind() != null && lead.kind().strip().equals(CUSTOMER)) {
            references.checkCustomer("lead.id", lead.id().strip(), caller);
        }
        Assignment assignment = OwnerRules.ofNew(Kind.OPPORTUNITY, command.assignment(), caller.rights(),
                action -> caller.owners(Kind.OPPORTUNITY, action));
        caller.checkFields(Kind.OPPORTUNITY,
                Belonging.toCustomer(assignment.owner(), facts.customerId(), references.customers()),
                Gates.named(OpportunityFacts.SHEET.present(facts), facts.custom()), "");
        return new OpportunityCommand.Open(command.opportunityId(), command.facts(), command.pipeline(),
                command.stage(), lead, assignment);
    }

    static void toChange(OpportunityState state, OpportunityCommand command, Permissions caller,
                         References references) {
        Belonging holders = Belonging.toCustomer(state.assignment().owner(), state.facts().customerId(),
                references.customers());
        Gates.isVisible(Kind.OPPORTUNITY, holders, caller);
        Gates.isWritable(Kind.OPPORTUNITY, holders, caller);
        if (command instanceof OpportunityCommand.Change change) {
            change.parts().forEach(part -> check(part, state, holders, caller, references));
        }
    }

    private static void check(OpportunityCommand.Part part, OpportunityState state, Belonging holders,
                              Permissions caller, References references) {
        switch (part) {
            case OpportunityCommand.Part.ChangeFacts change -> {
                caller.checkFields(Kind.OPPORTUNITY, holders, Gates.fields(OpportunityFacts.SHEET, change.patch(),
                        change.patch().changed().custom()), "");
                String customerId = OpportunityFacts.SHEET.tidied(change.patch().changed()).customerId();
                if (customerId != null && !customerId.equals(state.facts().customerId())) {
                    references.checkCustomer("customerId", customerId, caller);
                }
            }
            case OpportunityCommand.Part.AssignOwner assign ->
                    OwnerRules.check(state.assignment(), assign.patch(), holders::all,
                            caller.owners(Kind.OPPORTUNITY, Action.ASSIGN));
            case OpportunityCommand.Part.ChangeTags _, OpportunityCommand.Part.MoveTo _ -> { }
        }
    }
}
