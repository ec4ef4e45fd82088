package io.rapport.reporting.contacts;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;

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
        boolean archived) implements RecordDocument {

    @Override
    public RecordKind recordKind() {
        return RecordKind.CONTACT;
    }
}
