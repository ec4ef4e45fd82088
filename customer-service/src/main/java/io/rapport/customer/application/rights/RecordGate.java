package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerState;
import io.rapport.customer.domain.customfields.CustomField;
import io.rapport.customer.domain.customfields.CustomFieldCommand;
import io.rapport.customer.domain.directory.RightsCommand;
import io.rapport.customer.domain.directory.RightsSetting;
import io.rapport.customer.domain.directory.Team;
import io.rapport.customer.domain.directory.TeamCommand;
import io.rapport.customer.domain.directory.User;
import io.rapport.customer.domain.directory.UserCommand;
import io.rapport.customer.domain.loyalty.LoyaltyRulesCommand;
import io.rapport.customer.domain.loyalty.LoyaltyRuleSet;
import io.rapport.customer.domain.loyalty.Redemption;
import io.rapport.customer.domain.loyalty.RedemptionCommand;
import io.rapport.customer.domain.opportunities.Opportunity;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
import io.rapport.customer.domain.orders.Order;
import io.rapport.customer.domain.orders.OrderCommand;
import io.rapport.customer.domain.pipelines.Pipeline;
import io.rapport.customer.domain.pipelines.PipelineCommand;
import io.rapport.customer.domain.rates.ExchangeRatesCommand;
import io.rapport.customer.domain.rates.ExchangeRatesOfDay;
import io.rapport.customer.domain.reviews.ReviewRuleCommand;
import io.rapport.customer.domain.reviews.ReviewRuleSetting;
import io.rapport.customer.domain.segments.Segment;
import io.rapport.customer.domain.segments.SegmentCommand;
import io.rapport.customer.domain.valuelists.ValueList;
import io.rapport.customer.domain.valuelists.ValueListCommand;
import io.rapport.customer.domain.views.View;
import io.rapport.customer.domain.views.ViewCommand;
import io.rapport.eventstore.CommandGate;
import io.rapport.eventstore.EventMetaData;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Where rights are enforced on the writing side: every command of everybody passes here, whether it comes alone, in a
 * batch or with an import. What nobody has decided about passes not at all.
 */
@Component
public class RecordGate implements CommandGate {

    private final CallerPermissions permissions;
    private final References references;

    RecordGate(CallerPermissions permissions, References references) {
        this.permissions = permissions;
        this.references = references;
    }

    @Override
    public Set<Role> rolesOf(Caller caller) {
        return permissions.of(caller).rights().roles();
    }

    @Override
    public Object toCreate(Object command, Caller caller) {
        return switch (command) {
            case CustomerCommand.Register register -> CustomerGate.toRegister(register, permissions.of(caller));
            case OpportunityCommand.Open open -> OpportunityGate.toOpen(open, permissions.of(caller), references);
            case OrderCommand.Place place -> OrderGate.toPlace(place, permissions.of(caller), references);
            // Their paths ask for the right; of views and segments the author decides, of redemptions the customer.
            case PipelineCommand _, ValueListCommand _, CustomFieldCommand _, ReviewRuleCommand _,
                    ExchangeRatesCommand _, LoyaltyRulesCommand _, UserCommand _, TeamCommand _, RightsCommand _,
                    ViewCommand _, SegmentCommand _, RedemptionCommand _ -> command;
            default -> throw undecided(command);
        };
    }

    @Override
    public void toChange(Object aggregateRoot, Object command, Caller caller) {
        switch (aggregateRoot) {
            case Customer customer ->
                    CustomerGate.toChange(customer.state(), (CustomerCommand) command, permissions.of(caller));
            case Opportunity opportunity -> OpportunityGate.toChange(opportunity.state(), (OpportunityCommand) command,
                    permissions.of(caller), references);
            case Order order -> OrderGate.toChange(order.state(), (OrderCommand) command, permissions.of(caller),
                    references);
            case Pipeline _, ValueList _, CustomField _, ReviewRuleSetting _, ExchangeRatesOfDay _, LoyaltyRuleSet _,
                    User _, Team _, RightsSetting _, View _, Segment _, Redemption _ -> { }
            default -> throw undecided(command);
        }
    }

    /**
     * Whether the command at hand may look at another customer than its own.
     *
     * @throws Refusal INVALID, as for a customer that there is not
     */
    public void toSeeOther(CustomerState other) {
        check(other, Action.READ, Refusal.of(Refusal.Kind.INVALID, "from", "customer-unknown"));
    }

    /**
     * Whether the command at hand may change another customer than its own.
     *
     * @throws Refusal FORBIDDEN
     */
    public void toChangeOther(CustomerState other) {
        check(other, Action.WRITE, Refusal.of(Refusal.Kind.FORBIDDEN, "from", "record-not-yours"));
    }

    private void check(CustomerState other, Action action, Refusal refusal) {
        Caller caller = EventMetaData.currentCaller();
        if (caller != null
                && !permissions.of(caller).owners(Kind.CUSTOMER, action).include(other.assignment().owner())) {
            throw refusal;
        }
    }

    private static IllegalStateException undecided(Object command) {
        return new IllegalStateException("nobody has decided who may ask for " + command.getClass().getName());
    }
}
