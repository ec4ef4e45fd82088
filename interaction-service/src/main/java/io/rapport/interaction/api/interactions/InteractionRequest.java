package io.rapport.interaction.api.interactions;

import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.interaction.domain.interactions.Participant;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An interaction as clients write it: every field optional to the parser. */
record InteractionRequest(
        String kind,
        Instant time,
        String subject,
        String text,
        String customerId,
        String contactId,
        String direction,
        Integer durationSeconds,
        String outcome,
        List<TakingPart> participants,
        String opportunityId,
        List<String> tags,
        List<String> attachments,
        String messageId) {

    record TakingPart(String contactId, String address, String name, String role) {
    }

    InteractionFacts facts() {
        List<Participant> people = participants == null ? null : participants.stream()
                .map(one -> one == null ? new Participant(null, null, null, null)
                        : new Participant(one.contactId(), one.address(), one.name(), one.role())).toList();
        return new InteractionFacts(kind, time, subject, text, customerId, contactId, direction, durationSeconds,
                outcome, people, opportunityId, tags, attachments, messageId);
    }

    /** What a full replacement speaks of: the message that it was made of stays unless another one is named. */
    Set<String> replaced() {
        Set<String> names = new HashSet<>(InteractionFacts.SHEET.names());
        if (messageId == null) {
            names.remove("messageId");
        }
        return names;
    }
}
