package io.rapport.reporting.interactions;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.List;

/**
 * An interaction as it is read; fields that nobody has set are null.
 *
 * @param kind     what it was: {@code CALL}, {@code EMAIL}, …
 * @param archived true when it was deleted
 */
public record InteractionDocument(
        @BsonId String id,
        String kind,
        Instant time,
        String subject,
        String text,
        String customerId,
        String contactId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets,
        CustomerHold customerHold) implements BelongsToCustomer {

    public InteractionDocument {
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /** Whoever entered it. */
    @Override
    public String owner() {
        return createdBy;
    }

    @Override
    public InteractionDocument heldBy(CustomerHold hold) {
        return new InteractionDocument(id, kind, time, subject, text, customerId, contactId, createdAt, createdBy,
                updatedAt, updatedBy, version, archived, buckets, hold);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.INTERACTION;
    }
}
