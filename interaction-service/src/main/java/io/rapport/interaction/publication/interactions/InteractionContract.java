package io.rapport.interaction.publication.interactions;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Data of the public events of an interaction, version 1. Described by the JSON Schemas in
 * {@code contracts/interaction/v1}; within a version there are only additions. What is null is left out.
 */
public sealed interface InteractionContract {

    /** {@code interaction.recorded.v1} */
    record Recorded(Facts facts) implements InteractionContract {
    }

    /**
     * {@code interaction.corrected.v1}
     *
     * @param changed only facts that changed
     */
    record Corrected(Facts changed, Set<String> cleared) implements InteractionContract {
    }

    /** What is known about an interaction. */
    record Facts(String kind, Instant time, String subject, String text, String customerId, String contactId,
                 String direction, Integer durationSeconds, String outcome, List<Participant> participants,
                 String opportunityId, List<String> tags, List<String> attachments, String messageId) {
    }

    /** Somebody who took part. */
    record Participant(String contactId, String address, String name, String role) {
    }
}
