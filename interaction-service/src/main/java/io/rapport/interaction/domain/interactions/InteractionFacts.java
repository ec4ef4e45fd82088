package io.rapport.interaction.domain.interactions;

import io.rapport.values.FactSheet;

import java.time.Instant;

/**
 * What is known about an interaction. Each component may be null: not known, or in a change: not touched.
 *
 * @param kind       code of {@link InteractionKind}
 * @param time       when it took or takes place
 * @param text       what was said
 * @param customerId the customer it is about; null when with nobody's customer
 * @param contactId  the person spoken to; null when not known
 */
public record InteractionFacts(
        String kind, Instant time, String subject, String text, String customerId, String contactId) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<InteractionFacts> SHEET = FactSheet.of(InteractionFacts.class);
}
