package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer 客户: an organisation or a person that buys or may buy. Handlers reserve what must be unique; what happens
 * is decided by {@link CustomerDecisions} and its neighbours, what it means by {@code evolve}, both pure.
 */
@AggregateRoot(type = "customer")
public class Customer {

    @AggregateIdentifier
    private String customerId;
    private CustomerState state;
    /** What the answer to the command at hand tells besides. */
    private transient Map<String, String> told = Map.of();

    /** For the store, which replays the events. */
    Customer() {
    }

    /**
     * @param actor  who registers it
     * @param source how it comes in
     * @param roles  of the actor, separated by commas; null where they are not known
     */
    @CommandHandler
    Customer(CustomerCommand.Register command, CustomerNumbers numbers, CustomerSettings settings, ReviewRules reviews,
             @MetaDataValue("actor") String actor, @MetaDataValue("source") String source,
             @MetaDataValue("roles") String roles) {
        CustomerEvent.Registered registered = CustomerDecisions.decide(command, settings);
        settings.customFields().claim(command.customerId(), null, registered.facts().custom());
        if (registered.number() == null) {
            AggregateLifecycle.apply(registered.numbered(numbers.next(command.customerId())));
        } else {
            claim(registered.number(), command.customerId(), numbers);
            AggregateLifecycle.apply(registered);
        }
        CustomerReviews.decide(reviews.current(), registered.facts(), actor, source, roles)
                .forEach(AggregateLifecycle::apply);
    }

    /** Before any other command: whatever is asked of a customer that became part of another. */
    @CommandHandlerInterceptor
    void refuseWhenMerged(CustomerCommand command) {
        CustomerPolicies.aMergedCustomerAnswersElsewhere(state);
    }

    @CommandHandler
    void handle(CustomerCommand.Change command, CustomerNumbers numbers, CustomerSettings settings) {
        for (CustomerEvent event : CustomerDecisions.decide(state, command, settings)) {
            apply(event, numbers, settings);
        }
    }

    @CommandHandler
    void handle(CustomerCommand.Archive command) {
        CustomerDecisions.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Restore command) {
        CustomerDecisions.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Merge command, OtherCustomers others) {
        CustomerMerging.anotherIsNamed(customerId, command.from());
        CustomerEvent absorbed = CustomerMerging.decide(state, others.stateOf(command.from()), command);
        others.record(command.from(), new CustomerEvent.MergedInto(customerId));
        AggregateLifecycle.apply(absorbed);
    }

    @CommandHandler
    void handle(CustomerCommand.TellApart command, OtherCustomers others) {
        CustomerMerging.anotherIsNamed(customerId, command.from());
        others.stateOf(command.from());
        CustomerMerging.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Unmerge command, OtherCustomers others) {
        CustomerMerging.anotherIsNamed(customerId, command.from());
        CustomerState before = state;
        CustomerEvent.Released released = CustomerMerging.decide(before, command);
        others.record(command.from(), new CustomerEvent.UnmergedFrom(customerId));
        AggregateLifecycle.apply(released);
        told = CustomerMerging.told(before, released, state);
    }

    @CommandHandler
    void handle(CustomerCommand.Confirm command) {
        CustomerCare.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Approve command) {
        CustomerReviews.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.SendBack command) {
        CustomerReviews.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Resubmit command) {
        CustomerReviews.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Restate command, CustomerNumbers numbers, CustomerSettings settings) {
        for (CustomerEvent event : CustomerRestatement.events(state, command.target())) {
            apply(event, numbers, settings);
        }
    }

    @CommandHandler
    void handle(CustomerCommand.Withdraw command, CustomerNumbers numbers, CustomerSettings settings) {
        numbers.release(state.number(), customerId);
        settings.customFields().claim(customerId, state.facts().custom(), null);
        AggregateLifecycle.apply(new CustomerEvent.Withdrawn());
    }

    @CommandHandler
    void handle(CustomerCommand.ChangeTier command) {
        AggregateLifecycle.apply(new CustomerEvent.TierChanged(command.from(), command.to()));
    }

    @EventSourcingHandler
    void on(CustomerEvent event) {
        if (event instanceof CustomerEvent.Registered registered) {
            customerId = registered.customerId();
        }
        state = evolve(state, event);
        if (event instanceof CustomerEvent.Withdrawn) {
            AggregateLifecycle.markDeleted();
        }
    }

    /** All that decisions about it depend on. */
    public CustomerState state() {
        return state;
    }

    /** What answers tell of it: its number, and after parting customers the fields that went back and that stayed. */
    public Map<String, String> answer() {
        Map<String, String> answer = new HashMap<>(told);
        answer.put("number", state.number());
        return answer;
    }

    /** The state after all of these events, from the first on. */
    public static CustomerState after(List<CustomerEvent> events) {
        CustomerState state = null;
        for (CustomerEvent event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /**
     * Refuses a change that could not be made to any customer, whatever is known about it.
     *
     * @throws Refusal INVALID naming every field at fault
     */
    public static void check(CustomerCommand.Change command, CustomerSettings settings) {
        CustomerFacts some = CustomerFacts.named("-").withTypeAndLevel(settings.list(ValueListName.TYPE).first(),
                settings.list(ValueListName.LEVEL).first());
        CustomerDecisions.decide(evolve(null, new CustomerEvent.Registered(command.customerId(), "1", some,
                SalesStatus.POTENTIAL, null, null)), command, settings);
    }

    /** The state after an event; {@code before} is null for the first. */
    static CustomerState evolve(CustomerState before, CustomerEvent event) {
        CustomerState after = switch (event) {
            case CustomerEvent.Registered e -> new CustomerState(e.number(), e.facts(), e.salesStatus(),
                    new Assignment(e.owner(), e.team()), false, null, null, false, Merges.NONE);
            case CustomerEvent.FactsChanged e -> before.with(e.number() == null ? before.number() : e.number(),
                    CustomerFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())));
            case CustomerEvent.OwnerAssigned e -> before.with(new Assignment(e.owner(), e.team()));
            case CustomerEvent.StatusChanged e -> before.with(e.to());
            case CustomerEvent.ActivityClosed _ -> before.closed(true);
            case CustomerEvent.ActivityReopened _ -> before.closed(false);
            case CustomerEvent.LifecycleOverridden e -> before.overridden(e.to());
            case CustomerEvent.ProfileConfirmed _, CustomerEvent.TierChanged _ -> before;
            case CustomerEvent.ReviewRequested e -> before.reviewed(Review.requested(before.review(), e.by()));
            case CustomerEvent.Approved _ -> before.reviewed(null);
            case CustomerEvent.SentBack _ -> before.reviewed(before.review().sentBack());
            case CustomerEvent.Archived _ -> before.archived(true);
            case CustomerEvent.Restored _ -> before.archived(false);
            case CustomerEvent.Absorbed e -> CustomerMerging.evolve(before, e);
            case CustomerEvent.Released e -> CustomerMerging.evolve(before, e);
            case CustomerEvent.MergedInto e -> before.with(before.merges().into(e.into()));
            case CustomerEvent.ToldApart e -> before.with(before.merges().toldApart(e.from(), e.apart()));
            case CustomerEvent.UnmergedFrom _ -> before.with(before.merges().into(null));
            case CustomerEvent.Withdrawn _ -> before.archived(true);
        };
        return CustomerMerging.noteChanges(before, event, after);
    }

    private void apply(CustomerEvent event, CustomerNumbers numbers, CustomerSettings settings) {
        if (event instanceof CustomerEvent.FactsChanged changed) {
            settings.customFields().claim(customerId, state.facts().custom(), evolve(state, changed).facts().custom());
            if (changed.number() != null) {
                claim(changed.number(), customerId, numbers);
                numbers.release(state.number(), customerId);
            }
        }
        AggregateLifecycle.apply(event);
    }

    /** @throws Refusal CONFLICT when another customer has the number */
    private static void claim(String number, String customerId, CustomerNumbers numbers) {
        CustomerPolicies.aNumberBelongsToOneCustomer(numbers.reserve(number, customerId), number);
    }
}
