package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** For the store, which replays the events. */
    Customer() {
    }

    @CommandHandler
    Customer(CustomerCommand.Register command, CustomerNumbers numbers, CustomerSettings settings) {
        CustomerEvent.Registered registered = decide(command, settings);
        if (registered.number() == null) {
            AggregateLifecycle.apply(registered.numbered(numbers.next(command.customerId())));
        } else {
            claim(registered.number(), command.customerId(), numbers);
            AggregateLifecycle.apply(registered);
        }
    }

    @CommandHandler
    void handle(CustomerCommand.Change command, CustomerNumbers numbers, CustomerSettings settings) {
        for (CustomerEvent event : decide(state, command, settings)) {
            if (event instanceof CustomerEvent.FactsChanged changed && changed.number() != null) {
                claim(changed.number(), customerId, numbers);
                numbers.release(state.number(), customerId);
            }
            AggregateLifecycle.apply(event);
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

    @EventSourcingHandler
    void on(CustomerEvent event) {
        if (event instanceof CustomerEvent.Registered registered) {
            customerId = registered.customerId();
        }
        state = evolve(state, event);
    }

    /** The number it has now. */
    public String number() {
        return state.number();
    }

    /** The number is null where the platform is to give one. */
    static CustomerEvent.Registered decide(CustomerCommand.Register command, CustomerSettings settings) {
        FieldErrors errors = new FieldErrors();
        CustomerFacts facts = withDefaults(CustomerFacts.SHEET.tidied(command.facts()), settings);
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
                case CustomerCommand.Part.AssignOwner assign -> decide(state, assign, errors);
                case CustomerCommand.Part.ChangeStatus change -> decide(state, change, settings, errors);
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
        CustomerPolicies.archivingGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new CustomerEvent.Archived());
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Restore command) {
        return onlyIf(state.archived(), new CustomerEvent.Restored());
    }

    /** The state after an event; {@code before} is null for the first. */
    static CustomerState evolve(CustomerState before, CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.Registered e -> new CustomerState(e.number(), e.facts(), e.salesStatus(),
                    new Assignment(e.owner(), e.team()), false, false);
            case CustomerEvent.FactsChanged e -> before.with(e.number() == null ? before.number() : e.number(),
                    CustomerFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())));
            case CustomerEvent.OwnerAssigned e -> before.with(new Assignment(e.owner(), e.team()));
            case CustomerEvent.StatusChanged e -> before.with(e.to());
            case CustomerEvent.ActivityClosed _ -> before.closed(true);
            case CustomerEvent.ActivityReopened _ -> before.closed(false);
            case CustomerEvent.Archived _ -> before.archived(true);
            case CustomerEvent.Restored _ -> before.archived(false);
        };
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeFacts change,
                                              CustomerSettings settings, FieldErrors errors) {
        Patch<CustomerFacts> patch = effective(state.facts(), change.patch(), settings);
        String number = Objects.equals(state.number(), change.number()) ? null : change.number();
        CustomerPolicies.nameIsNotTakenAway(patch.cleared(), errors);
        CustomerPolicies.valuesAreListed(settings, patch.changed(), errors);
        CustomerPolicies.factsKeepTheRules(patch.changed(), errors);
        CustomerPolicies.numberIsDigits(number, errors);
        boolean unchanged = number == null && CustomerFacts.SHEET.isEmpty(patch);
        return onlyIf(!unchanged, new CustomerEvent.FactsChanged(number, patch.changed(), patch.cleared()));
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

    /** @throws Refusal CONFLICT when another customer has the number */
    private static void claim(String number, String customerId, CustomerNumbers numbers) {
        CustomerPolicies.aNumberBelongsToOneCustomer(numbers.reserve(number, customerId), number);
    }
}
