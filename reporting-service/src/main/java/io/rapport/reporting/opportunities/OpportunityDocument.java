package io.rapport.reporting.opportunities;

import io.rapport.contracts.Money;
import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An opportunity as it is read; fields that nobody has set are null, lists are then empty.
 *
 * @param contactIds  people of the customer who take part
 * @param probability in percent, as somebody judges it; null: that of its stage
 * @param stageSince  when it came into its stage, or was opened again there
 * @param status      {@code OPEN}, {@code WON} or {@code LOST}
 * @param closedAt    when it was won or lost; null while it is open
 * @param closeReason why it was won or lost; null while it is open, and where nobody said
 * @param openSeconds time it was open in all; null while it is open
 * @param leadKind    kind of record it was made of; null when it was entered as such
 */
public record OpportunityDocument(
        @BsonId String id,
        String name,
        String customerId,
        List<String> contactIds,
        Money amount,
        LocalDate expectedClose,
        Integer probability,
        String need,
        Money budget,
        String purchaseIntent,
        String background,
        List<String> competitors,
        String source,
        List<String> tags,
        String pipeline,
        String stage,
        Instant stageSince,
        String status,
        Instant closedAt,
        String closeReason,
        Long openSeconds,
        String leadKind,
        String leadId,
        String owner,
        String team,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets) implements BelongsToCustomer {

    public OpportunityDocument {
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        tags = tags == null ? List.of() : List.copyOf(tags);
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.OPPORTUNITY;
    }
}
