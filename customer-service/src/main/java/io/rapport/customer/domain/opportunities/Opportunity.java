package io.rapport.customer.domain.opportunities;

import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customer.domain.opportunities.OpportunityPolicies.Place;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An opportunity 销售机会: a sale that may come about. It goes through the stages of a pipeline until it is won or lost.
 * What happens is decided by {@code decide}, what it means by {@code evolve}.
 */
@AggregateRoot(type = "opportunity")
public class Opportunity {

    @AggregateIdentifier
    private String opportunityId;
    private OpportunityState state;

    /** For the store, which replays the events. */
    Opportunity() {
    }

    @CommandHandler
    Opportunity(OpportunityCommand.Open command, Pipelines pipelines, CustomerReferences customers,
                LeadSources leads, OpportunityFields fields) {
        OpportunityEvent.Opened opened = decide(command, pipelines, customers, leads, fields);
        fields.custom().claim(command.opportunityId(), null, opened.facts().custom());
        AggregateLifecycle.apply(opened);
    }

    @CommandHandler
    void handle(OpportunityCommand.Change command, Pipelines pipelines, CustomerReferences customers,
                OpportunityFields fields, Clock clock) {
        decide(state, command, pipelines, customers, fields, clock.instant()).forEach(event -> apply(event, fields));
    }

    @CommandHandler
    void handle(OpportunityCommand.Win command, Clock clock) {
        decide(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OpportunityCommand.Lose command, Clock clock) {
        decide(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OpportunityCommand.Reopen command, Pipelines pipelines) {
        decide(state, command, pipelines).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OpportunityCommand.Archive command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OpportunityCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(OpportunityCommand.Restate command, Pipelines pipelines, OpportunityFields fields, Clock clock) {
        OpportunityRestatement.events(state, command.target(), pipelines, clock.instant())
                .forEach(event -> apply(event, fields));
    }

    @CommandHandler
    void handle(OpportunityCommand.Withdraw command, OpportunityFields fields) {
        fields.custom().claim(opportunityId, state.facts().custom(), null);
        AggregateLifecycle.apply(new OpportunityEvent.Withdrawn());
    }

    private void apply(OpportunityEvent event, OpportunityFields fields) {
        if (event instanceof OpportunityEvent.FactsChanged changed) {
            fields.custom().claim(opportunityId, state.facts().custom(), OpportunityFacts.SHEET.merge(state.facts(),
                    new Patch<>(changed.changed(), changed.cleared())).custom());
        }
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(OpportunityEvent event, @Timestamp Instant at) {
        if (event instanceof OpportunityEvent.Opened opened) {
            opportunityId = opened.opportunityId();
        }
        state = evolve(state, event, at);
        if (event instanceof OpportunityEvent.Withdrawn) {
            AggregateLifecycle.markDeleted();
        }
    }

    /** All that decisions about it depend on. */
    public OpportunityState state() {
        return state;
    }

    /**
     * The state after all of these events, from the first on.
     *
     * @param at what happened, with the time it happened at
     */
    public static OpportunityState after(List<Map.Entry<OpportunityEvent, Instant>> at) {
        OpportunityState state = null;
        for (Map.Entry<OpportunityEvent, Instant> event : at) {
            state = evolve(state, event.getKey(), event.getValue());
        }
        return state;
    }

    static OpportunityEvent.Opened decide(OpportunityCommand.Open command, Pipelines pipelines,
                                          CustomerReferences customers, LeadSources leads,
                                          OpportunityFields fields) {
        FieldErrors errors = new FieldErrors();
        Lead lead = known(command.lead(), leads);
        OpportunityFacts given = takenOver(OpportunityFacts.SHEET.tidied(command.facts()), lead);
        OpportunityFacts facts = given.withCustom(fields.custom().forNew(given.custom(), errors));
        Assignment assignment = Assignment.SHEET.tidied(command.assignment());
        if (lead != null) {
            OpportunityPolicies.leadIsARecord(lead, customers, errors);
        }
        OpportunityPolicies.nameAndCustomerAreGiven(facts, errors);
        OpportunityPolicies.factsKeepTheRules(facts, errors);
        OpportunityPolicies.customerIsThere(facts, customers, errors);
        Place place = OpportunityPolicies.aPlaceThatCanBeEntered(command.pipeline(), command.stage(), pipelines, errors);
        assignment.check(errors);
        errors.throwIfAny();
        return new OpportunityEvent.Opened(command.opportunityId(), facts, place.pipeline(), place.stage(), lead,
                assignment.owner(), assignment.team(), place.terms());
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Change command, Pipelines pipelines,
                                         CustomerReferences customers, OpportunityFields fields,
                                         Instant now) {
        OpportunityPolicies.anArchivedOpportunityDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        List<OpportunityEvent> events = new ArrayList<>();
        for (OpportunityCommand.Part part : command.parts()) {
            events.addAll(switch (part) {
                case OpportunityCommand.Part.ChangeFacts change -> decide(state, change, customers, fields, errors);
                case OpportunityCommand.Part.ChangeTags change -> decide(state, new OpportunityCommand.Part.ChangeFacts(
                        change.patch(state.facts().tags())), customers, fields, errors);
                case OpportunityCommand.Part.AssignOwner assign -> decide(state, assign, errors);
                case OpportunityCommand.Part.MoveTo move -> decide(state, move, pipelines, now, errors);
            });
        }
        errors.throwIfAny();
        return events;
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Win command, Instant now) {
        OpportunityPolicies.anArchivedOpportunityDoesNotChange(state);
        if (state.status() == OpportunityStatus.WON) {
            return List.of();
        }
        OpportunityPolicies.aClosedOpportunityDoesNotMove(state);
        return List.of(new OpportunityEvent.Won(state.stage(), state.secondsInStage(now), state.openSeconds(now)));
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Lose command, Instant now) {
        OpportunityPolicies.anArchivedOpportunityDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        OpportunityPolicies.aReasonIsGiven(command.reason(), errors);
        errors.throwIfAny();
        if (state.status() == OpportunityStatus.LOST) {
            return List.of();
        }
        OpportunityPolicies.aClosedOpportunityDoesNotMove(state);
        return List.of(new OpportunityEvent.Lost(state.stage(), state.secondsInStage(now), state.openSeconds(now)));
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Reopen command,
                                         Pipelines pipelines) {
        OpportunityPolicies.anArchivedOpportunityDoesNotChange(state);
        boolean nowhereElse = command.pipeline() == null && command.stage() == null;
        if (state.isOpen() && nowhereElse) {
            return List.of();
        }
        OpportunityPolicies.onlyAClosedOpportunityIsReopened(state);
        FieldErrors errors = new FieldErrors();
        Place place = place(state, command.pipeline(), command.stage(), pipelines, errors);
        errors.throwIfAny();
        return List.of(new OpportunityEvent.Reopened(place.pipeline(), place.stage(), place.terms()));
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        OpportunityPolicies.aReasonIsGiven(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new OpportunityEvent.Archived());
    }

    static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Restore command) {
        return onlyIf(state.archived(), new OpportunityEvent.Restored());
    }

    /**
     * The state after an event.
     *
     * @param before null for the first
     * @param at     when it happened
     */
    static OpportunityState evolve(OpportunityState before, OpportunityEvent event, Instant at) {
        return switch (event) {
            case OpportunityEvent.Opened e -> OpportunityState.opened(e, at);
            case OpportunityEvent.FactsChanged e -> before.with(
                    OpportunityFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())));
            case OpportunityEvent.OwnerAssigned e -> before.with(new Assignment(e.owner(), e.team()));
            case OpportunityEvent.StageChanged e -> before.in(e.pipeline(), e.to(), at);
            case OpportunityEvent.Won e -> before.closed(OpportunityStatus.WON, e.openSeconds());
            case OpportunityEvent.Lost e -> before.closed(OpportunityStatus.LOST, e.openSeconds());
            case OpportunityEvent.Reopened e -> before.reopened(e.pipeline(), e.stage(), at);
            case OpportunityEvent.Archived _ -> before.archived(true);
            case OpportunityEvent.Restored _ -> before.archived(false);
            case OpportunityEvent.Withdrawn _ -> before.archived(true);
        };
    }

    private static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Part.ChangeFacts change,
                                                 CustomerReferences customers, OpportunityFields fields,
                                                 FieldErrors errors) {
        OpportunityFacts given = change.patch().changed();
        Set<String> cleared = change.patch().cleared();
        OpportunityFacts changed = given.withCustom(
                fields.custom().forChange(state.facts().custom(), given.custom(), cleared, errors));
        Patch<OpportunityFacts> patch =
                OpportunityFacts.SHEET.effective(state.facts(), new Patch<>(changed, cleared));
        OpportunityPolicies.nameAndCustomerAreNotTakenAway(patch.cleared(), errors);
        OpportunityPolicies.factsKeepTheRules(patch.changed(), errors);
        OpportunityPolicies.customerIsThere(patch.changed(), customers, errors);
        return onlyIf(!OpportunityFacts.SHEET.isEmpty(patch),
                new OpportunityEvent.FactsChanged(patch.changed(), patch.cleared()));
    }

    private static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Part.AssignOwner assign,
                                                 FieldErrors errors) {
        Assignment after = state.assignment().after(assign.patch());
        after.check(errors);
        return onlyIf(!after.equals(state.assignment()),
                new OpportunityEvent.OwnerAssigned(after.owner(), after.team()));
    }

    private static List<OpportunityEvent> decide(OpportunityState state, OpportunityCommand.Part.MoveTo move,
                                                 Pipelines pipelines, Instant now, FieldErrors errors) {
        boolean samePipeline = move.pipeline() == null || move.pipeline().equals(state.pipeline());
        if (samePipeline && (move.stage() == null || move.stage().equals(state.stage()))) {
            return List.of();
        }
        OpportunityPolicies.aClosedOpportunityDoesNotMove(state);
        Place place = place(state, move.pipeline(), move.stage(), pipelines, errors);
        return place == null ? List.of() : List.of(new OpportunityEvent.StageChanged(leaving(state, place),
                place.pipeline(), state.stage(), place.stage(), state.secondsInStage(now), place.terms()));
    }

    /** Where it is to go; within its own pipeline to its own stage when none is named. */
    private static Place place(OpportunityState state, String pipeline, String stage, Pipelines pipelines,
                               FieldErrors errors) {
        boolean samePipeline = pipeline == null || pipeline.equals(state.pipeline());
        return OpportunityPolicies.aPlaceThatCanBeEntered(samePipeline ? state.pipeline() : pipeline,
                samePipeline && stage == null ? state.stage() : stage, pipelines, errors);
    }

    private static String leaving(OpportunityState state, Place place) {
        return place.pipeline().equals(state.pipeline()) ? null : state.pipeline();
    }

    private static Lead known(Lead given, LeadSources leads) {
        Lead lead = given == null ? null : Lead.SHEET.tidied(given);
        boolean sourceWanted = lead != null && lead.isCustomer() && lead.id() != null && lead.source() == null;
        return sourceWanted ? lead.from(leads.ofCustomer(lead.id())) : lead;
    }

    /** What is not said of the opportunity itself is as it was with the lead. */
    private static OpportunityFacts takenOver(OpportunityFacts facts, Lead lead) {
        if (lead == null) {
            return facts;
        }
        String customerId = facts.customerId() == null && lead.isCustomer() ? lead.id() : facts.customerId();
        return facts.withOrigin(customerId, facts.source() == null ? lead.source() : facts.source());
    }

    private static List<OpportunityEvent> onlyIf(boolean condition, OpportunityEvent event) {
        return condition ? List.of(event) : List.of();
    }
}
