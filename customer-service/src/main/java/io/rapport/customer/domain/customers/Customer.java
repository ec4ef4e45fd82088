package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A customer 客户: an organisation or a person that buys or may buy. Handlers reserve what must be unique; what happens
 * is decided by {@code decide}, what it means by {@code evolve}, both pure.
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
        CustomerEvent.Registered registered = decide(command, settings);
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
        for (CustomerEvent event : decide(state, command, settings)) {
            apply(event, numbers);
        }
    }

    @CommandHandler
    void handle(CustomerCommand.Archive command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CustomerCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
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
    void handle(CustomerCommand.Restate command, CustomerNumbers numbers) {
        for (CustomerEvent event : CustomerRestatement.events(state, command.target())) {
            apply(event, numbers);
        }
    }

    @CommandHandler
    void handle(CustomerCommand.Withdraw command, CustomerNumbers numbers) {
        numbers.release(state.number(), customerId);
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

    /** The number is null where the platform is to give one. */
    static CustomerEvent.Registered decide(CustomerCommand.Register command, CustomerSettings settings) {
        FieldErrors errors = new FieldErrors();
        CustomerFacts given = withDefaults(CustomerFacts.SHEET.tidied(command.facts()), settings);
        CustomerFacts facts = given.withCustom(settings.customFields().forNew(given.custom(), errors));
        Assignment assignment = Assignment.SHEET.tidied(command.assignment());
        String status = orDefault(command.salesStatus(), settings.list(ValueListName.SALES_STATUS));
        CustomerPolicies.nameIsGiven(facts, errors);
        CustomerPolicies.valuesAreListed(settings, facts, errors);
        CustomerPolicies.factsKeepTheRules(facts, errors);
        CustomerPolicies.numberIsDigits(command.number(), errors);
        CustomerPolicies.salesStatusIsListed(settings, status, null, errors);
        assignment.check(errors);
        errors.throwIfAny();
        return new CustomerEvent.Registered(command.customerId(), command.number(), facts,
                SalesStatus.valueOf(status), assignment.owner(), assignment.team());
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Change command,
                                      CustomerSettings settings) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        List<CustomerEvent> events = new ArrayList<>();
        for (CustomerCommand.Part part : command.parts()) {
            events.addAll(switch (part) {
                case CustomerCommand.Part.ChangeFacts change -> decide(state, change, settings, errors);
                case CustomerCommand.Part.ChangeTags change -> decide(state, change, errors);
                case CustomerCommand.Part.AssignOwner assign -> decide(state, assign, errors);
                case CustomerCommand.Part.ChangeStatus change -> decide(state, change, settings, errors);
                case CustomerCommand.Part.OverrideLifecycle override -> CustomerCare.decide(state, override, errors);
                case CustomerCommand.Part.CloseActivity _ ->
                        onlyIf(!state.activityClosed(), new CustomerEvent.ActivityClosed());
                case CustomerCommand.Part.ReopenActivity _ ->
                        onlyIf(state.activityClosed(), new CustomerEvent.ActivityReopened());
            });
        }
        errors.throwIfAny();
        return events;
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        CustomerPolicies.aReasonIsGiven(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new CustomerEvent.Archived());
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Restore command) {
        return onlyIf(state.archived(), new CustomerEvent.Restored());
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
        decide(evolve(null, new CustomerEvent.Registered(command.customerId(), "1", some, SalesStatus.POTENTIAL, null,
                null)), command, settings);
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

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeFacts change,
                                              CustomerSettings settings, FieldErrors errors) {
        Patch<CustomerFacts> patch = effective(state.facts(), withCustom(state, change.patch(), settings, errors),
                settings);
        String number = Objects.equals(state.number(), change.number()) ? null : change.number();
        CustomerPolicies.nameIsNotTakenAway(patch.cleared(), errors);
        CustomerPolicies.valuesAreListed(settings, patch.changed(), errors);
        CustomerPolicies.factsKeepTheRules(patch.changed(), errors);
        CustomerPolicies.numberIsDigits(number, errors);
        boolean unchanged = number == null && CustomerFacts.SHEET.isEmpty(patch);
        return onlyIf(!unchanged, new CustomerEvent.FactsChanged(number, patch.changed(), patch.cleared()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeTags change,
                                              FieldErrors errors) {
        Patch<CustomerFacts> patch = CustomerFacts.SHEET.effective(state.facts(), change.patch(state.facts().tags()));
        CustomerPolicies.factsKeepTheRules(patch.changed(), errors);
        return onlyIf(!CustomerFacts.SHEET.isEmpty(patch),
                new CustomerEvent.FactsChanged(null, patch.changed(), patch.cleared()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.AssignOwner assign,
                                              FieldErrors errors) {
        Assignment before = state.assignment();
        Assignment after = before.after(assign.patch());
        after.check(errors);
        return onlyIf(!after.equals(before), new CustomerEvent.OwnerAssigned(after.owner(), after.team()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeStatus change,
                                              CustomerSettings settings, FieldErrors errors) {
        String status = orDefault(change.salesStatus(), settings.list(ValueListName.SALES_STATUS));
        int before = errors.asList().size();
        CustomerPolicies.salesStatusIsListed(settings, status, state.salesStatus(), errors);
        boolean refused = errors.asList().size() > before;
        return refused || SalesStatus.valueOf(status) == state.salesStatus() ? List.of()
                : List.of(new CustomerEvent.StatusChanged(state.salesStatus(), SalesStatus.valueOf(status)));
    }

    private static Patch<CustomerFacts> withCustom(CustomerState state, Patch<CustomerFacts> patch,
                                                   CustomerSettings settings, FieldErrors errors) {
        CustomerFacts changed = patch.changed();
        return new Patch<>(changed.withCustom(settings.customFields()
                .forChange(state.facts().custom(), changed.custom(), patch.cleared(), errors)), patch.cleared());
    }

    /** Type and level always have a value: clearing one sets it back to its default. */
    private static Patch<CustomerFacts> effective(CustomerFacts before, Patch<CustomerFacts> wanted,
                                                  CustomerSettings settings) {
        Patch<CustomerFacts> patch = CustomerFacts.SHEET.effective(before, wanted);
        CustomerFacts changed = patch.changed();
        Set<String> cleared = new HashSet<>(patch.cleared());
        ValueListDefinition types = settings.list(ValueListName.TYPE);
        ValueListDefinition levels = settings.list(ValueListName.LEVEL);
        String type = cleared.remove("type") ? setBack(before.type(), types) : changed.type();
        String level = cleared.remove("level") ? setBack(before.level(), levels) : changed.level();
        return new Patch<>(changed.withTypeAndLevel(type, level), cleared);
    }

    private static String setBack(String before, ValueListDefinition list) {
        String preset = list.first();
        return preset.equals(before) ? null : preset;
    }

    private static CustomerFacts withDefaults(CustomerFacts facts, CustomerSettings settings) {
        return facts.withTypeAndLevel(orDefault(facts.type(), settings.list(ValueListName.TYPE)),
                orDefault(facts.level(), settings.list(ValueListName.LEVEL)));
    }

    private static String orDefault(String code, ValueListDefinition list) {
        return code == null ? list.first() : code;
    }

    private static List<CustomerEvent> onlyIf(boolean condition, CustomerEvent event) {
        return condition ? List.of(event) : List.of();
    }

    private void apply(CustomerEvent event, CustomerNumbers numbers) {
        if (event instanceof CustomerEvent.FactsChanged changed && changed.number() != null) {
            claim(changed.number(), customerId, numbers);
            numbers.release(state.number(), customerId);
        }
        AggregateLifecycle.apply(event);
    }

    /** @throws Refusal CONFLICT when another customer has the number */
    private static void claim(String number, String customerId, CustomerNumbers numbers) {
        CustomerPolicies.aNumberBelongsToOneCustomer(numbers.reserve(number, customerId), number);
    }
}
