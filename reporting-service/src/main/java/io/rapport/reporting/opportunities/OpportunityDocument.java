package io.rapport.reporting.opportunities;

import io.rapport.contracts.Money;
import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An opportunity as it is read; fields that nobody has set are null, lists are then empty.
 *
 * @param contactIds  people of the customer who take part
 * @param probability in percent, as somebody judges it; null: that of its stage
 * @param stageSince  when it came into its stage, or was opened again there
 * @param stageProbability percent that its stage expects to be won, as the stage had it when it came in; null: unknown
 * @param stalledAfterDays days in the stage after which it counts as stalled; null: never
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
        String nextStep,
        String background,
        List<String> competitors,
        String source,
        List<String> tags,
        Document custom,
        String pipeline,
        String stage,
        Instant stageSince,
        Integer stageProbability,
        Integer stalledAfterDays,
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
        List<String> buckets,
        CustomerHold customerHold,
        boolean withdrawn) implements BelongsToCustomer {

    public OpportunityDocument {
        contactIds = contactIds == null ? List.of() : List.copyOf(contactIds);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        tags = tags == null ? List.of() : List.copyOf(tags);
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /** Whether it can still be won. */
    public boolean isOpen() {
        return "OPEN".equals(status);
    }

    /** Percent: what somebody judged, else what its stage says; decided opportunities are certain. Null when unknown. */
    public Integer effectiveProbability() {
        return switch (status == null ? "" : status) {
            case "WON" -> 100;
            case "LOST" -> 0;
            default -> probability != null ? probability : stageProbability;
        };
    }

    /** Amount times probability, exact; null where either is unknown. */
    public Money weightedAmount() {
        Integer percent = effectiveProbability();
        return amount == null || percent == null ? null
                : new Money(amount.amount().multiply(BigDecimal.valueOf(percent)).movePointLeft(2), amount.currency());
    }

    /** The day in UTC from which on it counts as stalled, unless it moves; null when it never does. */
    public LocalDate stalledFrom() {
        return !isOpen() || stageSince == null || stalledAfterDays == null ? null
                : LocalDate.ofInstant(stageSince, ZoneOffset.UTC).plusDays(stalledAfterDays);
    }

    /** Whether it has been in its stage for too long. */
    public boolean stalledOn(LocalDate today) {
        LocalDate from = stalledFrom();
        return from != null && !today.isBefore(from);
    }

    @Override
    public OpportunityDocument heldBy(CustomerHold hold) {
        return new OpportunityDocument(id, name, customerId, contactIds, amount, expectedClose, probability, need,
                budget, purchaseIntent, nextStep, background, competitors, source, tags, custom, pipeline, stage,
                stageSince, stageProbability, stalledAfterDays, status, closedAt, closeReason, openSeconds, leadKind, leadId,
                owner, team, createdAt, createdBy, updatedAt, updatedBy, version, archived, buckets, hold, withdrawn);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.OPPORTUNITY;
    }
}
