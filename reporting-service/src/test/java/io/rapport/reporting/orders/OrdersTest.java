package io.rapport.reporting.orders;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

import static io.rapport.reporting.TestEvents.because;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

class OrdersTest extends ReportingTest {

    private final String id = newId();
    private final String number = "SO-" + id.substring(0, 8);

    @Test
    void anOrderFollowsItsEvents() {
        place();
        publish(event("order.changed.v1", id, 2, """
                        {"number":"%s-B","changed":{"lines":[{"product":"服务器 X2","quantity":"0.5",
                          "amount":{"amount":"9.99","currency":"CNY"}}],"amount":{"amount":"9.99","currency":"CNY"}},
                         "cleared":["note"]}""".formatted(number)),
                because(event("order.cancelled.v1", id, 3, "{}"), "退货", "request"));

        JsonNode cancelled = getAfter(write(3), "/api/orders/" + id).json();
        assertThat(cancelled.get("number").asString()).isEqualTo(number + "-B");
        assertThat(cancelled.get("products").get(0).asString()).isEqualTo("服务器 X2");
        assertThat(cancelled.get("lines").get(0).get("quantity").asString()).isEqualTo("0.5");
        assertThat(cancelled.get("lines").get(0).get("amount").get("amount").asString()).isEqualTo("9.99");
        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("cancelReason").asString()).isEqualTo("退货");
        assertThat(cancelled.has("note")).isFalse();

        publish(event("order.reinstated.v1", id, 4, "{}"), event("order.owner-assigned.v1", id, 5, "{}"));

        JsonNode placed = getAfter(write(5), "/api/orders/" + id).json();
        assertThat(placed.get("status").asString()).isEqualTo("PLACED");
        assertThat(placed.has("cancelReason") || placed.has("owner")).isFalse();
    }

    @Test
    void ordersAreListedCountedExportedAndHaveAHistory() {
        place();

        JsonNode found = getAfter(write(1), "/api/orders?q=" + number
                + "&filter=products%20eq%20'维护'%20and%20orderedAt%20ge%20'2026-03-01'").json();
        assertThat(found.get("total").asInt()).as(found.toString()).isEqualTo(1);
        assertThat(get("/api/orders/facets?fields=products&q=" + number).json().get("facets").get("products"))
                .hasSize(2);
        String csv = new String(download("/api/orders/export?fields=number,products,amount&q=" + number).body(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains(number, "服务器 X1, 维护", "25999.98");
        assertThat(get("/api/orders/" + id + "/history?field=number").json().get("items")).hasSize(1);
    }

    private void place() {
        publish(event("order.placed.v1", id, 1, """
                {"number":"%s","facts":{"customerId":"c-%s","orderedAt":"2026-03-01","note":"年底前",
                  "lines":[{"product":"服务器 X1","quantity":"2","unitPrice":{"amount":"12500.00","currency":"CNY"},
                            "amount":{"amount":"25000.00","currency":"CNY"}},
                           {"product":"维护","amount":{"amount":"999.98","currency":"CNY"}}],
                  "amount":{"amount":"25999.98","currency":"CNY"}},
                 "owner":"zhangsan","team":"/east/shanghai"}""".formatted(number, id)));
    }

    private ConsistencyToken write(long sequence) {
        return new ConsistencyToken("order", id, sequence);
    }
}
