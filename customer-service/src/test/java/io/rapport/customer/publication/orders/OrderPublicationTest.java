package io.rapport.customer.publication.orders;

import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class OrderPublicationTest {

    private static final JsonMapper JSON = StoredJson.mapper();

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() throws IOException {
        var publication = new OrderPublication();
        return new PublishedExamples<OrderEvent>("contracts/order/v1", Map.ofEntries(
                Map.entry("order.placed.v1.example", fixture("order.placed-1", OrderEvent.Placed.class)),
                Map.entry("order.placed.v1.example-amount-only", new OrderEvent.Placed("id", "000001", facts("""
                        {"customerId":"0198c0de-0000-7000-8000-000000000001","orderedAt":"2026-03-01",
                         "amount":{"amount":"1200","currency":"JPY"}}"""), null, null)),
                Map.entry("order.changed.v1.example", withoutNumber(
                        fixture("order.facts-changed-1", OrderEvent.FactsChanged.class))),
                Map.entry("order.changed.v1.example-number",
                        new OrderEvent.FactsChanged("SO-2026/0018", facts("{}"), Set.of())),
                Map.entry("order.changed.v1.example-custom", new OrderEvent.FactsChanged(null,
                        facts("{\"custom\":{\"channel\":\"ONLINE\",\"warranty\":24}}"), Set.of())),
                Map.entry("order.owner-assigned.v1.example",
                        new OrderEvent.OwnerAssigned("zhangsan", "/east/shanghai")),
                Map.entry("order.owner-assigned.v1.example-nobody", new OrderEvent.OwnerAssigned(null, null)),
                Map.entry("order.cancelled.v1.example", new OrderEvent.Cancelled()),
                Map.entry("order.reinstated.v1.example", new OrderEvent.Reinstated()),
                Map.entry("order.archived.v1.example", new OrderEvent.Archived()),
                Map.entry("order.restored.v1.example", new OrderEvent.Restored()),
                Map.entry("order.withdrawn.v1.example", new OrderEvent.Withdrawn())))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(), JSON);
    }

    private static OrderEvent withoutNumber(OrderEvent.FactsChanged event) {
        return new OrderEvent.FactsChanged(null, event.changed(), event.cleared());
    }

    private static OrderFacts facts(String json) {
        return JSON.readValue(json, OrderFacts.class);
    }

    private static <E> E fixture(String name, Class<E> type) throws IOException {
        try (InputStream file = OrderPublicationTest.class.getResourceAsStream("/history/" + name + ".json")) {
            return JSON.readValue(file, type);
        }
    }
}
