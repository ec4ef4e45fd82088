package io.rapport.interaction.domain.interactions;

import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/**
 * An interaction 互动: a call, meeting or message with a customer or contact. What happens is decided by
 * {@code decide}, what it means by {@code evolve}, both pure; handlers claim the message that it was made of.
 */
@AggregateRoot(type = "interaction")
public class Interaction {

    @AggregateIdentifier
    private String interactionId;
    private InteractionState state;

    /** For the store, which replays the events. */
    Interaction() {
    }

    /** As it is now. */
    public InteractionState state() {
        return state;
    }

    @CommandHandler
    Interaction(InteractionCommand.Record command, Outcomes outcomes, MessageIds messages) {
        InteractionEvent.Recorded recorded = decide(command, outcomes);
        String messageId = recorded.facts().messageId();
        if (messageId != null) {
            InteractionPolicies.aMessageIsOneInteraction(messages.claim(messageId, command.interactionId()));
        }
        AggregateLifecycle.apply(recorded);
    }

    @CommandHandler
    void handle(InteractionCommand.Correct command, Outcomes outcomes) {
        decide(state, command, outcomes).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(InteractionCommand.Delete command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(InteractionCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(InteractionCommand.Withdraw command, MessageIds messages) {
        if (state.facts().messageId() != null) {
            messages.release(state.facts().messageId(), interactionId);
        }
        AggregateLifecycle.apply(new InteractionEvent.Withdrawn());
    }

    @EventSourcingHandler
    void on(InteractionEvent event) {
        if (event instanceof InteractionEvent.Recorded recorded) {
            interactionId = recorded.interactionId();
        }
        state = evolve(state, event);
        if (event instanceof InteractionEvent.Withdrawn) {
            AggregateLifecycle.markDeleted();
        }
    }

    static InteractionEvent.Recorded decide(InteractionCommand.Record command, Outcomes outcomes) {
        FieldErrors errors = new FieldErrors();
        InteractionFacts facts = InteractionFacts.SHEET.tidied(command.facts());
        InteractionPolicies.kindAndTimeAreGiven(facts, errors);
        InteractionPolicies.factsKeepTheRules(facts, errors);
        InteractionPolicies.outcomeIsListed(facts.outcome(), null, outcomes, errors);
        errors.throwIfAny();
        return new InteractionEvent.Recorded(command.interactionId(), facts);
    }

    static List<InteractionEvent> decide(InteractionState state, InteractionCommand.Correct command,
                                         Outcomes outcomes) {
        InteractionPolicies.aDeletedInteractionIsNotCorrected(state);
        FieldErrors errors = new FieldErrors();
        Patch<InteractionFacts> patch = InteractionFacts.SHEET.effective(state.facts(), command.patch());
        InteractionPolicies.kindAndTimeAreNotTakenAway(patch.cleared(), errors);
        InteractionPolicies.theMessageStaysTheSame(patch, errors);
        InteractionPolicies.factsKeepTheRules(patch.changed(), errors);
        InteractionPolicies.outcomeIsListed(patch.changed().outcome(), state.facts().outcome(), outcomes, errors);
        errors.throwIfAny();
        return InteractionFacts.SHEET.isEmpty(patch) ? List.of()
                : List.of(new InteractionEvent.Corrected(patch.changed(), patch.cleared()));
    }

    static List<InteractionEvent> decide(InteractionState state, InteractionCommand.Delete command) {
        FieldErrors errors = new FieldErrors();
        InteractionPolicies.deletingGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return state.deleted() ? List.of() : List.of(new InteractionEvent.Deleted());
    }

    static List<InteractionEvent> decide(InteractionState state, InteractionCommand.Restore command) {
        return state.deleted() ? List.of(new InteractionEvent.Restored()) : List.of();
    }

    /** The state after an event; {@code before} is null for the first. */
    static InteractionState evolve(InteractionState before, InteractionEvent event) {
        return switch (event) {
            case InteractionEvent.Recorded e -> new InteractionState(e.facts(), false);
            case InteractionEvent.Corrected e -> new InteractionState(
                    InteractionFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())),
                    before.deleted());
            case InteractionEvent.Deleted _ -> new InteractionState(before.facts(), true);
            case InteractionEvent.Restored _ -> new InteractionState(before.facts(), false);
            case InteractionEvent.Withdrawn _ -> new InteractionState(before.facts(), true);
        };
    }
}
