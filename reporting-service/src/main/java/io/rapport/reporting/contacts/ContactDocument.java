package io.rapport.reporting.contacts;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.List;

/** A contact as it is read; fields that nobody has set are null. */
public record ContactDocument(
        @BsonId String id,
        String name,
        String position,
        String email,
        String phone,
        String customerId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets,
        CustomerHold customerHold) implements BelongsToCustomer {

    public ContactDocument {
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /** Whoever entered it. */
    @Override
    public String owner() {
        return createdBy;
    }

    @Override
    public ContactDocument heldBy(CustomerHold hold) {
        return new ContactDocument(id, name, position, email, phone, customerId, createdAt, createdBy, updatedAt,
                updatedBy, version, archived, buckets, hold);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.CONTACT;
    }
}
