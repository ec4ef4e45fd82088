package io.rapport.interaction.domain.interactions;

import java.util.Set;

/** What has happened to an interaction, as it is stored. Private to this service. */
public sealed interface InteractionEvent {

    record Recorded(String interactionId, InteractionFacts facts) implements InteractionEvent {
    }

    /**
     * @param changed only the new values
     * @param cleared names of facts that are no longer known
     */
    record Corrected(InteractionFacts changed, Set<String> cleared) implements InteractionEvent {
    }

    record Deleted() implements InteractionEvent {
    }

    record Restored() implements InteractionEvent {
    }

    /** Taken back as if it had never been. */
    record Withdrawn() implements InteractionEvent {
    }
}
