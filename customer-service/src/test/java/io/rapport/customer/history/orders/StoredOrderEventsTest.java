package io.rapport.customer.history.orders;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderLine;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredOrderEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("order."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("order", today, meaning()).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }

    private static Map<String, OrderEvent> meaning() {
        Map<String, OrderEvent> meaning = new LinkedHashMap<>();
        OrderFacts facts = new OrderFacts("0198c0de-0000-7000-8000-000000000001",
                "0198c0de-0000-7000-8000-000000000002",
                "HT-2026-017", LocalDate.of(2026, 3, 1), List.of(
                        new OrderLine("服务器 X1", new BigDecimal("2"), yuan("12500.00"), yuan("25000.00")),
                        new OrderLine("维护（小时）", new BigDecimal("2.5"), yuan("399.99"), yuan("999.98")),
                        new OrderLine("折扣", null, null, yuan("-500.00"))), yuan("25499.98"), "年底前交付",
                CustomValues.of("channel", "ONLINE"));
        meaning.put("order.placed-1", new OrderEvent.Placed("0198c0de-0000-7000-8000-000000000003", "SO-2026/0017",
                facts, "zhangsan", "/east/shanghai"));
        meaning.put("order.facts-changed-1", new OrderEvent.FactsChanged("SO-2026/0018", new OrderFacts(null, null,
                "HT-2026-018", null, List.of(
                        new OrderLine("服务器 X1", new BigDecimal("3"), yuan("12500.00"), yuan("37500.00"))),
                yuan("37500.00"), null, null), Set.of("note")));
        meaning.put("order.owner-assigned-1", new OrderEvent.OwnerAssigned("lisi", "/north/beijing"));
        meaning.put("order.cancelled-1", new OrderEvent.Cancelled());
        meaning.put("order.reinstated-1", new OrderEvent.Reinstated());
        meaning.put("order.archived-1", new OrderEvent.Archived());
        meaning.put("order.restored-1", new OrderEvent.Restored());
        meaning.put("order.withdrawn-1", new OrderEvent.Withdrawn());
        return meaning;
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
