package io.rapport.customer.domain.orders;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customfields.CustomFields;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An order 订单: what a customer bought, when, at which price. Handlers reserve its number and look up what it refers to;
 * what happens is decided by {@code decide}, what it means by {@code evolve}, both pure.
 */
@AggregateRoot(type = "order")
public class Order {

    @AggregateIdentifier
    private String orderId;
    private OrderState state;

    /** For the store, which replays the events. */
    Order() {
    }

    @CommandHandler
    Order(OrderCommand.Place command, OrderNumbers numbers, CustomerReferences customers,
          OpportunityReferences opportunities, OrderFields fields) {
        OrderEvent.Placed placed = decide(command, fields.customFields());
        OrderPolicies.referencesFit(placed.facts(), placed.facts(), customers, opportunities);
        fields.customFields().claim(command.orderId(), null, placed.facts().custom());
        if (placed.number() == null) {
            AggregateLifecycle.apply(placed.numbered(numbers.next(command.orderId())));
        } else {
            claim(placed.number(), command.orderId(), numbers);
            AggregateLifecycle.apply(placed);
        }
    }

    @CommandHandler
    void handle(OrderCommand.Change command, OrderNumbers numbers, CustomerReferences customers,
                OpportunityReferences opportunities, OrderFields fields) {
        for (OrderEvent event : decide(state, command, fields.customFields())) {
            if (event instanceof OrderEvent.FactsChanged changed) {
                OrderPolicies.referencesFit(changed.changed(), evolve(state, changed).facts(), customers,
                        opportunities);
            }
            apply(event, numbers, fields);
        }
    }

    @CommandHandler
    void handle(OrderCommand.Cancel command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OrderCommand.Reinstate command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OrderCommand.Archive command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OrderCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OrderCommand.Restate command, OrderNumbers numbers, OrderFields fields) {
        OrderRestatement.events(state, command.target()).forEach(event -> apply(event, numbers, fields));
    }

    @CommandHandler
    void handle(OrderCommand.Withdraw command, OrderNumbers numbers, OrderFields fields) {
        fields.customFields().claim(orderId, state.facts().custom(), null);
        numbers.release(state.number(), orderId);
        AggregateLifecycle.apply(new OrderEvent.Withdrawn());
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        if (event instanceof OrderEvent.Placed placed) {
            orderId = placed.orderId();
        }
        state = evolve(state, event);
        if (event instanceof OrderEvent.Withdrawn) {
            AggregateLifecycle.markDeleted();
        }
    }

    /** All that decisions about it depend on. */
    public OrderState state() {
        return state;
    }

    /** The number it has now. */
    public String number() {
        return state.number();
    }

    /** The number is null where the platform is to give one. */
    static OrderEvent.Placed decide(OrderCommand.Place command, CustomFields fields) {
        FieldErrors errors = new FieldErrors();
        OrderFacts given = OrderPrices.normalised(OrderFacts.SHEET.tidied(command.facts()));
        OrderFacts typed = given.withCustom(fields.forNew(given.custom(), errors));
        Assignment assignment = Assignment.SHEET.tidied(command.assignment());
        OrderPolicies.customerAndDayAreGiven(typed, errors);
        OrderPolicies.factsKeepTheRules(typed, errors);
        OrderPolicies.numberIsPlain(command.number(), errors);
        assignment.check(errors);
        OrderFacts facts = OrderPrices.priced(typed, errors);
        errors.throwIfAny();
        return new OrderEvent.Placed(command.orderId(), command.number(), facts, assignment.owner(), assignment.team());
    }

    static List<OrderEvent> decide(OrderState state, OrderCommand.Change command, CustomFields fields) {
        OrderPolicies.anArchivedOrderDoesNotChange(state);
        OrderPolicies.aCancelledOrderKeepsItsFacts(state, command.parts());
        FieldErrors errors = new FieldErrors();
        List<OrderEvent> events = new ArrayList<>();
        for (OrderCommand.Part part : command.parts()) {
            events.addAll(switch (part) {
                case OrderCommand.Part.ChangeFacts change -> decide(state, change, fields, errors);
                case OrderCommand.Part.AssignOwner assign -> decide(state, assign, errors);
            });
        }
        errors.throwIfAny();
        return events;
    }

    static List<OrderEvent> decide(OrderState state, OrderCommand.Cancel command) {
        OrderPolicies.anArchivedOrderDoesNotChange(state);
        throwUnlessReasonable(command.reason());
        return onlyIf(!state.cancelled(), new OrderEvent.Cancelled());
    }

    static List<OrderEvent> decide(OrderState state, OrderCommand.Reinstate command) {
        OrderPolicies.anArchivedOrderDoesNotChange(state);
        return onlyIf(state.cancelled(), new OrderEvent.Reinstated());
    }

    static List<OrderEvent> decide(OrderState state, OrderCommand.Archive command) {
        throwUnlessReasonable(command.reason());
        return onlyIf(!state.archived(), new OrderEvent.Archived());
    }

    static List<OrderEvent> decide(OrderState state, OrderCommand.Restore command) {
        return onlyIf(state.archived(), new OrderEvent.Restored());
    }

    /** The state after all of these events, from the first on. */
    public static OrderState after(List<OrderEvent> events) {
        OrderState state = null;
        for (OrderEvent event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /** The state after an event; {@code before} is null for the first. */
    static OrderState evolve(OrderState before, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed e ->
                    new OrderState(e.number(), e.facts(), new Assignment(e.owner(), e.team()), false, false);
            case OrderEvent.FactsChanged e -> before.with(e.number() == null ? before.number() : e.number(),
                    OrderFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())));
            case OrderEvent.OwnerAssigned e -> before.with(new Assignment(e.owner(), e.team()));
            case OrderEvent.Cancelled _ -> before.cancelled(true);
            case OrderEvent.Reinstated _ -> before.cancelled(false);
            case OrderEvent.Archived _ -> before.archived(true);
            case OrderEvent.Restored _ -> before.archived(false);
            case OrderEvent.Withdrawn _ -> before.archived(true);
        };
    }

    private static List<OrderEvent> decide(OrderState state, OrderCommand.Part.ChangeFacts change,
                                           CustomFields fields, FieldErrors errors) {
        OrderFacts changed = OrderPrices.normalised(change.patch().changed());
        OrderFacts given = changed.withCustom(fields.forChange(state.facts().custom(), changed.custom(),
                change.patch().cleared(), errors));
        OrderFacts wanted = OrderFacts.SHEET.merge(state.facts(),
                OrderFacts.SHEET.effective(state.facts(), new Patch<>(given, change.patch().cleared())));
        OrderPolicies.customerAndDayAreGiven(wanted, errors);
        OrderPolicies.factsKeepTheRules(given, errors);
        OrderPolicies.numberIsPlain(change.number(), errors);
        // Lines say what they cost: the amount that stood before them counts only where there are none.
        boolean linesSay = given.amount() == null && wanted.lines() != null;
        OrderFacts after = OrderPrices.priced(linesSay ? wanted.priced(wanted.lines(), null) : wanted, errors);
        Patch<OrderFacts> patch = OrderFacts.SHEET.effective(state.facts(), OrderFacts.SHEET.replacement(after));
        String number = Objects.equals(state.number(), change.number()) ? null : change.number();
        boolean unchanged = number == null && OrderFacts.SHEET.isEmpty(patch);
        return onlyIf(!unchanged, new OrderEvent.FactsChanged(number, patch.changed(), patch.cleared()));
    }

    private static List<OrderEvent> decide(OrderState state, OrderCommand.Part.AssignOwner assign,
                                           FieldErrors errors) {
        Assignment before = state.assignment();
        Assignment after = before.after(assign.patch());
        after.check(errors);
        return onlyIf(!after.equals(before), new OrderEvent.OwnerAssigned(after.owner(), after.team()));
    }

    private static void throwUnlessReasonable(String reason) {
        FieldErrors errors = new FieldErrors();
        OrderPolicies.aReasonIsGiven(reason, errors);
        errors.throwIfAny();
    }

    private static List<OrderEvent> onlyIf(boolean condition, OrderEvent event) {
        return condition ? List.of(event) : List.of();
    }

    private void apply(OrderEvent event, OrderNumbers numbers, OrderFields fields) {
        if (event instanceof OrderEvent.FactsChanged changed) {
            fields.customFields().claim(orderId, state.facts().custom(), evolve(state, changed).facts().custom());
            renumber(changed.number(), numbers);
        }
        AggregateLifecycle.apply(event);
    }

    private void renumber(String number, OrderNumbers numbers) {
        if (number != null) {
            claim(number, orderId, numbers);
            if (!number.equalsIgnoreCase(state.number())) {
                numbers.release(state.number(), orderId);
            }
        }
    }

    /** @throws Refusal CONFLICT when another order has the number */
    private static void claim(String number, String orderId, OrderNumbers numbers) {
        OrderPolicies.aNumberBelongsToOneOrder(numbers.reserve(number, orderId), number);
    }
}
