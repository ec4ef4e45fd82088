package io.rapport.customer.publication.customers;

import io.rapport.customer.domain.customers.ChangedValues;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.LifecycleStage;
import io.rapport.customer.domain.customers.SalesStatus;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class CustomerPublicationTest {

    private static final JsonMapper JSON = StoredJson.mapper();

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() throws IOException {
        var publication = new CustomerPublication();
        return new PublishedExamples<CustomerEvent>("contracts/customer/v1", Map.ofEntries(
                Map.entry("customer.registered.v1.example", registeredWithAllFacts()),
                Map.entry("customer.registered.v1.example-name-only", new CustomerEvent.Registered("id", "000001",
                        facts("{'name':'百度公司','type':'POTENTIAL','level':'NORMAL'}"), SalesStatus.POTENTIAL, null,
                        null)),
                Map.entry("customer.changed.v1.example", new CustomerEvent.FactsChanged(null,
                        facts("{'phone':'95588','address':{'registered':'深圳市龙岗区'}}"), Set.of("fax"))),
                Map.entry("customer.changed.v1.example-custom", new CustomerEvent.FactsChanged(null,
                        facts("{'custom':{'budget':12.5,'colours':['RED','BLUE'],'vip':true,'since':'2026-01-31'}}"),
                        Set.of())),
                Map.entry("customer.changed.v1.example-number",
                        new CustomerEvent.FactsChanged("002", facts("{}"), Set.of())),
                Map.entry("customer.owner-assigned.v1.example",
                        new CustomerEvent.OwnerAssigned("zhangsan", "/east/shanghai")),
                Map.entry("customer.owner-assigned.v1.example-nobody", new CustomerEvent.OwnerAssigned(null, null)),
                Map.entry("customer.status-changed.v1.example",
                        new CustomerEvent.StatusChanged(SalesStatus.POTENTIAL, SalesStatus.FOLLOWING_UP)),
                Map.entry("customer.activity-changed.v1.example", new CustomerEvent.ActivityClosed()),
                Map.entry("customer.activity-changed.v1.example-reopened", new CustomerEvent.ActivityReopened()),
                Map.entry("customer.lifecycle-overridden.v1.example",
                        new CustomerEvent.LifecycleOverridden(LifecycleStage.CHURNED)),
                Map.entry("customer.lifecycle-overridden.v1.example-derived-again",
                        new CustomerEvent.LifecycleOverridden(null)),
                Map.entry("customer.profile-confirmed.v1.example",
                        new CustomerEvent.ProfileConfirmed(LocalDate.of(2027, 11, 22))),
                Map.entry("customer.review-requested.v1.example",
                        new CustomerEvent.ReviewRequested("zhangsan", "Imported customers")),
                Map.entry("customer.review-requested.v1.example-again",
                        new CustomerEvent.ReviewRequested("zhangsan", null)),
                Map.entry("customer.approved.v1.example", new CustomerEvent.Approved()),
                Map.entry("customer.sent-back.v1.example", new CustomerEvent.SentBack()),
                Map.entry("customer.tier-changed.v1.example", new CustomerEvent.TierChanged("SILVER", "GOLD")),
                Map.entry("customer.tier-changed.v1.example-none-now", new CustomerEvent.TierChanged("SILVER", null)),
                Map.entry("customer.archived.v1.example", new CustomerEvent.Archived()),
                Map.entry("customer.restored.v1.example", new CustomerEvent.Restored()),
                Map.entry("customer.absorbed.v1.example", stored("absorbed", CustomerEvent.Absorbed.class)),
                Map.entry("customer.absorbed.v1.example-nothing-taken", new CustomerEvent.Absorbed(
                        "0198c0de-0000-7000-8000-00000000000b", List.of("0198c0de-0000-7000-8000-00000000000b"),
                        new ChangedValues(facts("{}"), Set.of(), null, null, null))),
                Map.entry("customer.released.v1.example", stored("released", CustomerEvent.Released.class)),
                Map.entry("customer.merged.v1.example", stored("merged-into", CustomerEvent.MergedInto.class)),
                Map.entry("customer.told-apart.v1.example", stored("told-apart", CustomerEvent.ToldApart.class)),
                Map.entry("customer.unmerged.v1.example", stored("unmerged-from", CustomerEvent.UnmergedFrom.class)),
                Map.entry("customer.withdrawn.v1.example", new CustomerEvent.Withdrawn())))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(), JSON);
    }

    private static CustomerEvent registeredWithAllFacts() throws IOException {
        return stored("registered", CustomerEvent.Registered.class);
    }

    private static CustomerEvent stored(String event, Class<? extends CustomerEvent> type) throws IOException {
        String fixture = "/history/customer." + event + "-1.json";
        try (InputStream file = CustomerPublicationTest.class.getResourceAsStream(fixture)) {
            return JSON.readValue(file, type);
        }
    }

    private static CustomerFacts facts(String json) {
        return JSON.readValue(json.replace('\'', '"'), CustomerFacts.class);
    }
}
