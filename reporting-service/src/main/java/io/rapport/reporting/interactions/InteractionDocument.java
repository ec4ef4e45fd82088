package io.rapport.reporting.interactions;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.List;

/**
 * An interaction as it is read; fields that nobody has set are null, lists are then empty.
 *
 * @param kind            what it was: {@code CALL}, {@code EMAIL}, …
 * @param contactId       the person spoken to first of all
 * @param contactIds      all contacts that took part, that person too
 * @param direction       {@code INBOUND}, {@code OUTBOUND}, or null where it has none
 * @param durationSeconds how long it took
 * @param outcome         code of the value list {@code outcome}
 * @param attachments     names of files that came with it
 * @param messageId       what tells it from all others where it came from
 * @param archived        true when it was deleted
 */
public record InteractionDocument(
        @BsonId String id,
        String kind,
        Instant time,
        String subject,
        String text,
        String customerId,
        String contactId,
        List<String> contactIds,
        String direction,
        Integer durationSeconds,
        String outcome,
        List<Participant> participants,
        String opportunityId,
        List<String> tags,
        List<String> attachments,
        String messageId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets,
        CustomerHold customerHold,
        boolean withdrawn) implements BelongsToCustomer {

    public InteractionDocument {
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        participants = participants == null ? List.of() : List.copyOf(participants);
        tags = tags == null ? List.of() : List.copyOf(tags);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /**
     * Somebody who took part.
     *
     * @param contactId null where the address is nobody's
     * @param address   null where it is not known
     * @param role      {@code FROM}, {@code TO}, …; null where it is not known
     */
    public record Participant(String contactId, String address, String name, String role) {
    }

    /** Whoever entered it. */
    @Override
    public String owner() {
        return createdBy;
    }

    @Override
    public InteractionDocument heldBy(CustomerHold hold) {
        return new InteractionDocument(id, kind, time, subject, text, customerId, contactId, contactIds, direction,
                durationSeconds, outcome, participants, opportunityId, tags, attachments, messageId, createdAt,
                createdBy, updatedAt, updatedBy, version, archived, buckets, hold, withdrawn);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.INTERACTION;
    }
}
