package io.rapport.customer.history.customers;

import io.rapport.contracts.Money;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.customers.ChangedValues;
import io.rapport.customer.domain.customers.CustomerAddress;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.LifecycleStage;
import io.rapport.customer.domain.customers.OpeningValues;
import io.rapport.customer.domain.customers.SalesStatus;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import io.rapport.values.Assignment;
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

import static org.assertj.core.api.Assertions.assertThat;

class StoredCustomerEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("customer."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("customer", today, meaning()).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }

    private static Map<String, CustomerEvent> meaning() {
        Map<String, CustomerEvent> meaning = new LinkedHashMap<>();
        var registered = new CustomerEvent.Registered("0198c0de-0000-7000-8000-000000000001", "001", allFacts(),
                SalesStatus.FOLLOWING_UP, "zhangsan", "/east/shanghai");
        meaning.put("customer.registered-0", registered);
        meaning.put("customer.registered-1", registered);
        meaning.put("customer.facts-changed-1", new CustomerEvent.FactsChanged("002",
                new CustomerFacts(null, null, null, null, null, null, null, null, null, null, null, null, null,
                        new CustomerAddress("深圳市龙岗区", null), "95588", null, null, null, null, null, null, null, null,
                        null, null, null), Set.of("fax")));
        meaning.put("customer.owner-assigned-1", new CustomerEvent.OwnerAssigned("lisi", "/north/beijing"));
        meaning.put("customer.status-changed-1",
                new CustomerEvent.StatusChanged(SalesStatus.FOLLOWING_UP, SalesStatus.CLOSED_WON));
        meaning.put("customer.tier-changed-1", new CustomerEvent.TierChanged("SILVER", "GOLD"));
        meaning.put("customer.activity-closed-1", new CustomerEvent.ActivityClosed());
        meaning.put("customer.activity-reopened-1", new CustomerEvent.ActivityReopened());
        meaning.put("customer.lifecycle-overridden-1",
                new CustomerEvent.LifecycleOverridden(LifecycleStage.CHURNED));
        meaning.put("customer.profile-confirmed-1", new CustomerEvent.ProfileConfirmed(LocalDate.of(2027, 11, 22)));
        meaning.put("customer.review-requested-1",
                new CustomerEvent.ReviewRequested("zhangsan", "Imported customers"));
        meaning.put("customer.approved-1", new CustomerEvent.Approved());
        meaning.put("customer.sent-back-1", new CustomerEvent.SentBack());
        meaning.put("customer.archived-1", new CustomerEvent.Archived());
        meaning.put("customer.restored-1", new CustomerEvent.Restored());
        List<String> records =
                List.of("0198c0de-0000-7000-8000-00000000000b", "0198c0de-0000-7000-8000-00000000000c");
        meaning.put("customer.absorbed-1", new CustomerEvent.Absorbed(records.getFirst(), records,
                new ChangedValues(facts("95588", null, List.of("VIP", "通信")), Set.of("fax"),
                        new Assignment("lisi", "/north/beijing"), SalesStatus.CLOSED_WON, true)));
        meaning.put("customer.released-1", new CustomerEvent.Released(records.getFirst(), records,
                new ChangedValues(facts(null, "0755-28780808", null), Set.of("phone"), Assignment.NOBODY,
                        SalesStatus.POTENTIAL, false), Set.of("tags")));
        meaning.put("customer.merged-into-1",
                new CustomerEvent.MergedInto("0198c0de-0000-7000-8000-00000000000a"));
        meaning.put("customer.told-apart-1", new CustomerEvent.ToldApart(records.getFirst(), true));
        meaning.put("customer.unmerged-from-1",
                new CustomerEvent.UnmergedFrom("0198c0de-0000-7000-8000-00000000000a"));
        meaning.put("customer.withdrawn-1", new CustomerEvent.Withdrawn());
        return meaning;
    }

    private static CustomerFacts facts(String phone, String fax, List<String> tags) {
        return new CustomerFacts(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                phone, fax, null, null, null, tags, null, null, null, null, null, null);
    }

    private static CustomerFacts allFacts() {
        return new CustomerFacts("华为公司", "LONG_TERM", "KEY", "通信设备", "10000人以上", yuan("862000000000.00"),
                LocalDate.of(1987, 9, 15), "通信设备的研发、生产、销售", "行业领先", "中国", "广东", "深圳", "华南",
                new CustomerAddress("深圳市龙岗区坂田华为总部办公楼", "东莞市松山湖"), "400-830-8300", "0755-28780808",
                "contact@huawei.com", "https://www.huawei.com/cn/", "展会", List.of("VIP", "通信"), List.of("云服务"),
                "每年采购服务器", "国产", LocalDate.of(2026, 12, 31),
                new OpeningValues("张三", LocalDate.of(2025, 3, 1), yuan("50000.00")), null);
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
