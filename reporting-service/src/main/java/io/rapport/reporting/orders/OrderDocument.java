package io.rapport.reporting.orders;

import io.rapport.contracts.Money;
import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order, a purchase of a customer, as it is read; fields that nobody has set are null, lists are then empty.
 *
 * @param orderedAt    day of the purchase
 * @param products     those of the lines, each once
 * @param amount       what the order costs; the sum of its lines where there are any
 * @param status       {@code PLACED} or {@code CANCELLED}
 * @param cancelReason null unless it is cancelled
 */
public record OrderDocument(
        @BsonId String id,
        String number,
        String customerId,
        String opportunityId,
        String contract,
        LocalDate orderedAt,
        List<Line> lines,
        List<String> products,
        Money amount,
        String note,
        Document custom,
        String status,
        String cancelReason,
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

    public OrderDocument {
        lines = lines == null ? List.of() : List.copyOf(lines);
        products = products == null ? List.of() : List.copyOf(products);
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /**
     * What was bought.
     *
     * @param quantity  exact decimal; null when it is not known
     * @param unitPrice null when it is not known
     * @param amount    negative for a discount or a return
     */
    public record Line(String product, String quantity, Money unitPrice, Money amount) {
    }

    @Override
    public OrderDocument heldBy(CustomerHold hold) {
        return new OrderDocument(id, number, customerId, opportunityId, contract, orderedAt, lines, products, amount,
                note, custom, status, cancelReason, owner, team, createdAt, createdBy, updatedAt, updatedBy, version,
                archived, buckets, hold, withdrawn);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.ORDER;
    }
}
