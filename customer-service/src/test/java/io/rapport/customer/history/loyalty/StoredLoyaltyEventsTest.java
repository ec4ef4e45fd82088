package io.rapport.customer.history.loyalty;

import io.rapport.contracts.Money;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import io.rapport.customer.domain.loyalty.RedemptionEvent;
import io.rapport.customer.domain.loyalty.RuleSet;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredLoyaltyEventsTest extends RunningCustomerService {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenRulesWhenSerializedThenTheStoredFormIsUnchanged() {
        RuleSet rules = new RuleSet(DAY, List.of(new RuleSet.Earning(money("10.00", "CNY"), 1),
                new RuleSet.Earning(money("1.50", "USD"), 2)), List.of(
                new RuleSet.Tier("SILVER", Map.of("en", "Silver", "zh-CN", "银卡"), 0),
                new RuleSet.Tier("GOLD", Map.of("en", "Gold", "zh-CN", "金卡"), 1000)));
        return unchanged("loyalty-rules", Map.of("loyalty-rules.defined-1", new LoyaltyRulesEvent.Defined(rules),
                "loyalty-rules.removed-1", new LoyaltyRulesEvent.Removed(DAY)));
    }

    @TestFactory
    Stream<DynamicTest> givenARedemptionWhenSerializedThenTheStoredFormIsUnchanged() {
        return unchanged("redemption", Map.of("redemption.made-1",
                new RedemptionEvent.Made("0198c0de-0000-7000-8000-000000000009", "0198c0de-0000-7000-8000-000000000001",
                        300, "咖啡券"), "redemption.taken-back-1", new RedemptionEvent.TakenBack()));
    }

    private Stream<DynamicTest> unchanged(String kind, Map<String, ?> meaning) {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith(kind + '.'))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures(kind, today, meaning).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
