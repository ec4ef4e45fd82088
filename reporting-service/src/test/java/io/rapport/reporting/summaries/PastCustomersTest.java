package io.rapport.reporting.summaries;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.rapport.reporting.TestEvents.LONG_AGO;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a customer shows of its records as of a moment; moments are seconds after LONG_AGO. */
class PastCustomersTest extends ReportingTest {

    private final String customer = newId();
    private final String opportunity = newId();
    private final String moved = newId();
    private final String order = newId();
    private final String call = newId();
    private final String contact = newId();

    @BeforeEach
    void aStory() {
        publish(at(1, customerRegistered(customer, "Past", """
                        {"openingValues":{"contactName":"张三","lastInteractionAt":"2023-10-01",
                                          "opportunityAmount":{"amount":"77.00","currency":"CNY"}}}""")),
                at(10, event("opportunity.opened.v1", opportunity, 1, opened(customer, "100.00"))),
                at(20, event("opportunity.changed.v1", opportunity, 2,
                        "{\"changed\":{\"amount\":{\"amount\":\"250.00\",\"currency\":\"CNY\"}}}")),
                at(30, event("opportunity.won.v1", opportunity, 3, "{}")),
                at(30, event("order.placed.v1", order, 1, """
                        {"number":"1","facts":{"customerId":"%s","orderedAt":"2026-01-01",
                                               "amount":{"amount":"250.00","currency":"CNY"}}}""".formatted(customer))),
                at(30, event("interaction.recorded.v1", call, 1, """
                        {"facts":{"kind":"CALL","time":"2025-12-31T09:00:00Z","subject":"s","customerId":"%s"}}"""
                        .formatted(customer))),
                at(30, event("contact.registered.v1", contact, 1,
                        "{\"facts\":{\"name\":\"李四\",\"customerId\":\"" + customer + "\"}}")),
                at(40, event("order.cancelled.v1", order, 2, "{}")),
                at(40, event("contact.archived.v1", contact, 2, "{}")),
                at(5, event("opportunity.opened.v1", moved, 1, opened(newId(), "9.00"))),
                at(50, event("opportunity.changed.v1", moved, 2,
                        "{\"changed\":{\"customerId\":\"" + customer + "\"}}")));
        String written = Stream.of(token("customer", customer, 1), token("opportunity", opportunity, 3),
                        token("opportunity", moved, 2), token("order", order, 2), token("interaction", call, 1),
                        token("contact", contact, 2))
                .map(ConsistencyToken::encoded).collect(Collectors.joining(","));
        await().atMost(Duration.ofSeconds(60)).until(() ->
                get("/api/customers/" + customer, "Consistency-Token", written).status() == 200);
    }

    @Test
    void beforeAnyRecordASpreadsheetSpeaks() {
        JsonNode then = asOf(9);

        assertThat(then.get("openOpportunityAmount").get("amount").asString()).isEqualTo("77.00");
        assertThat(then.get("primaryContact").asString()).isEqualTo("张三");
        assertThat(then.get("lastInteractionAt").asString()).isEqualTo("2023-10-01T00:00:00Z");
        assertThat(then.get("activity").asString()).isEqualTo("DORMANT");
        assertThat(then.has("revenueToDate")).isFalse();
    }

    @Test
    void recordsComeToWhatTheyCameToThen() {
        assertThat(asOf(10).get("openOpportunityAmount").get("amount").asString()).isEqualTo("100.00");
        assertThat(asOf(20).get("openOpportunityAmount").get("amount").asString()).isEqualTo("250.00");

        JsonNode won = asOf(30);
        assertThat(won.get("openOpportunityAmount").get("amount").asString()).isEqualTo("0.00");
        assertThat(won.get("revenueToDate").get("amount").asString()).isEqualTo("250.00");
        assertThat(won.get("primaryContact").asString()).isEqualTo("李四");
        assertThat(won.get("lastInteractionAt").asString()).isEqualTo("2025-12-31T09:00:00Z");
        assertThat(won.get("activity").asString()).isEqualTo("ACTIVE");
        assertThat(won.get("lifecycleStage").asString()).isEqualTo("RETENTION");

        JsonNode cancelled = asOf(40);
        assertThat(cancelled.get("revenueToDate").get("amount").asString()).isEqualTo("0.00");
        assertThat(cancelled.has("primaryContact")).isFalse();
        assertThat(cancelled.get("lifecycleStage").asString()).isEqualTo("ACQUISITION");
    }

    @Test
    void aRecordCountsFromWhenItCameOver() {
        assertThat(asOf(49).get("openOpportunityAmount").get("amount").asString()).isEqualTo("0.00");
        assertThat(asOf(50).get("openOpportunityAmount").get("amount").asString()).isEqualTo("9.00");
    }

    @Test
    void afterAllOfThemIsThePresent() {
        JsonNode present = get("/api/customers/" + customer).json();
        JsonNode then = asOf(60);

        for (String field : new String[] {"openOpportunityAmount", "revenueToDate", "lastInteractionAt",
                "primaryContact", "lifecycleStage", "version", "name"}) {
            assertThat(then.path(field)).as(field).isEqualTo(present.path(field));
        }
    }

    private JsonNode asOf(int second) {
        var answer = get("/api/customers/" + customer + "?asOf=" + LONG_AGO.plusSeconds(second));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static String opened(String customer, String amount) {
        return """
                {"facts":{"name":"n","customerId":"%s","amount":{"amount":"%s","currency":"CNY"}},"stage":"s"}"""
                .formatted(customer, amount);
    }

    private static EventEnvelope at(int second, EventEnvelope event) {
        return new EventEnvelope(event.id(), event.source(), event.type(), event.subject(),
                LONG_AGO.plusSeconds(second), event.sequence(), event.actor(), event.reason(), event.correlationId(),
                event.causationId(), event.traceparent(), event.origin(), event.data());
    }

    private static ConsistencyToken token(String kind, String id, long sequence) {
        return new ConsistencyToken(kind, id, sequence);
    }
}
