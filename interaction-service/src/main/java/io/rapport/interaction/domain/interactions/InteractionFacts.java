package io.rapport.interaction.domain.interactions;

import io.rapport.values.FactSheet;

import java.time.Instant;
import java.util.List;

/**
 * What is known about an interaction. Each component may be null: not known, or in a change: not touched.
 *
 * @param kind            code of {@link InteractionKind}
 * @param time            when it took or takes place
 * @param text            what was said
 * @param customerId      the customer it is about; null when with nobody's customer
 * @param contactId       the person spoken to first of all; null when not known
 * @param direction       code of {@link Direction}; null where it has none, such as a meeting
 * @param durationSeconds how long it took
 * @param outcome         code of the administered list {@code outcome}
 * @param participants    everybody who took part, contacts and others
 * @param opportunityId   the sale it was about
 * @param attachments     names of files that came with it; they are not kept
 * @param messageId       what tells it from all others where it came from: Message-ID of a mail, UID of a calendar
 *                        entry. Belongs to one interaction for good
 */
public record InteractionFacts(
        String kind,
        Instant time,
        String subject,
        String text,
        String customerId,
        String contactId,
        String direction,
        Integer durationSeconds,
        String outcome,
        List<Participant> participants,
        String opportunityId,
        List<String> tags,
        List<String> attachments,
        String messageId) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<InteractionFacts> SHEET = FactSheet.of(InteractionFacts.class, Participant.class);

    public InteractionFacts {
        participants = participants == null ? null : List.copyOf(participants);
        tags = tags == null ? null : List.copyOf(tags);
        attachments = attachments == null ? null : List.copyOf(attachments);
    }
}
