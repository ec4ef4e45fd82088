package io.rapport.interaction.api.interactions;

import io.rapport.interaction.domain.interactions.InteractionFacts;

import java.time.Instant;

/** An interaction as clients write it: every field optional to the parser. */
record InteractionRequest(
        String kind, Instant time, String subject, String text, String customerId, String contactId) {

    InteractionFacts facts() {
        return new InteractionFacts(kind, time, subject, text, customerId, contactId);
    }
}
