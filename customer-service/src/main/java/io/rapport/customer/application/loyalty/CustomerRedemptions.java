package io.rapport.customer.application.loyalty;

import io.rapport.customer.domain.loyalty.RedemptionEvent;
import io.rapport.eventstore.EventMetaData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * The redemptions of each customer. Follows the events within the transaction that records them; what a redemption
 * takes is noted before its event, because other redemptions may share the transaction.
 */
@Component
class CustomerRedemptions {

    /** A customer and those it answers for. */
    private static final String RECORDS = """
            (ARRAY[?] || ARRAY(SELECT customer_id FROM customer_answering WHERE answering_id = ?))""";

    private final JdbcClient database;

    CustomerRedemptions(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /** Those of a customer and of those it answers for, the latest first. */
    List<MadeRedemption> of(String customerId) {
        return database.sql("""
                SELECT redemption_id, points, reward, made_at, made_by, taken_back_at, taken_back_by, reason
                FROM loyalty_redemption WHERE customer_id = ANY %s
                ORDER BY made_at DESC, redemption_id DESC""".formatted(RECORDS))
                .param(customerId).param(customerId)
                .query((row, _) -> new MadeRedemption(row.getString(1), row.getLong(2), row.getString(3),
                        instant(row.getTimestamp(4)), row.getString(5), instant(row.getTimestamp(6)), row.getString(7),
                        row.getString(8)))
                .list();
    }

    boolean belongs(String redemptionId, String customerId) {
        return database.sql("""
                SELECT EXISTS (SELECT FROM loyalty_redemption WHERE redemption_id = ? AND customer_id = ANY %s)"""
                .formatted(RECORDS))
                .param(redemptionId).param(customerId).param(customerId).query(Boolean.class).single();
    }

    /**
     * Waits until no other transaction holds the lock of the customer or of one that it answers for, and holds it to
     * the end of this one.
     */
    void lock(String customerId) {
        database.sql("""
                SELECT pg_advisory_xact_lock(hashtextextended('loyalty ' || id, 0)) FROM unnest %s AS id ORDER BY id"""
                .formatted(RECORDS))
                .param(customerId).param(customerId).query(row -> { });
    }

    void note(String redemptionId, String customerId, long points) {
        database.sql("""
                INSERT INTO loyalty_redemption (redemption_id, customer_id, points, made_at) VALUES (?, ?, ?, now())""")
                .param(redemptionId).param(customerId).param(points).update();
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            if (message.getPayload() instanceof RedemptionEvent event) {
                follow((DomainEventMessage<?>) message, event);
            }
        }
    }

    private void follow(DomainEventMessage<?> message, RedemptionEvent event) {
        Timestamp at = Timestamp.from(message.getTimestamp());
        Object actor = message.getMetaData().get(EventMetaData.ACTOR);
        switch (event) {
            case RedemptionEvent.Made made -> database.sql("""
                    UPDATE loyalty_redemption SET reward = ?, made_at = ?, made_by = ? WHERE redemption_id = ?""")
                    .param(made.reward()).param(at).param(actor).param(made.redemptionId()).update();
            case RedemptionEvent.TakenBack _ -> database.sql("""
                    UPDATE loyalty_redemption SET taken_back_at = ?, taken_back_by = ?, reason = ?
                    WHERE redemption_id = ?""")
                    .param(at).param(actor).param(message.getMetaData().get(EventMetaData.REASON))
                    .param(message.getAggregateIdentifier()).update();
        }
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
