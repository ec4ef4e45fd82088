package io.rapport.customer.publication;

import io.rapport.customer.domain.CustomerEvent;
import io.rapport.customer.domain.CustomerFacts;
import io.rapport.customer.domain.SalesStatus;
import io.rapport.eventstore.PublicEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.ContractExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published is what the contract promises: types, schemas and examples agree. */
class CustomerPublicationTest {

    private static final ContractExamples CONTRACT = ContractExamples.in("contracts/customer/v1");
    private static final JsonMapper JSON = StoredJson.mapper();
    private static final CustomerFacts NOTHING = CustomerFacts.SHEET.empty();

    private final CustomerPublication publication = new CustomerPublication();

    @TestFactory
    Stream<DynamicTest> everyExampleIsValid() {
        return CONTRACT.examples().stream().map(example -> DynamicTest.dynamicTest(example.name(),
                () -> assertThat(CONTRACT.violations(example.type(), example.json())).isEmpty()));
    }

    @Test
    void everyTypeHasAnExample() {
        assertThat(CONTRACT.examples()).extracting(ContractExamples.Example::type).containsAll(CONTRACT.types());
    }

    /** Given the private event, the public one is exactly the example: a change of either is a change of the contract. */
    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheExample() {
        CustomerFacts full = JSON.treeToValue(JSON.readTree(example("customer.registered.v1.example.json")).get("facts"),
                CustomerFacts.class);
        return Stream.of(
                publishes(new CustomerEvent.Registered("id", "001", full, SalesStatus.FOLLOWING_UP, "zhangsan",
                        "/east/shanghai"), "customer.registered.v1", ".example.json"),
                publishes(new CustomerEvent.Registered("id", "000001", facts("""
                        {"name":"百度公司","type":"POTENTIAL","level":"NORMAL"}"""), SalesStatus.POTENTIAL, null, null),
                        "customer.registered.v1", ".example-name-only.json"),
                publishes(new CustomerEvent.FactsChanged(null, facts("""
                        {"phone":"95588","address":{"registered":"深圳市龙岗区"}}"""), Set.of("fax")),
                        "customer.changed.v1", ".example.json"),
                publishes(new CustomerEvent.FactsChanged("002", NOTHING, Set.of()),
                        "customer.changed.v1", ".example-number.json"),
                publishes(new CustomerEvent.OwnerAssigned("zhangsan", "/east/shanghai"),
                        "customer.owner-assigned.v1", ".example.json"),
                publishes(new CustomerEvent.OwnerAssigned(null, null),
                        "customer.owner-assigned.v1", ".example-nobody.json"),
                publishes(new CustomerEvent.StatusChanged(SalesStatus.POTENTIAL, SalesStatus.FOLLOWING_UP),
                        "customer.status-changed.v1", ".example.json"),
                publishes(new CustomerEvent.ActivityClosed(), "customer.activity-changed.v1", ".example.json"),
                publishes(new CustomerEvent.ActivityReopened(), "customer.activity-changed.v1", ".example-reopened.json"),
                publishes(new CustomerEvent.Archived(), "customer.archived.v1", ".example.json"),
                publishes(new CustomerEvent.Restored(), "customer.restored.v1", ".example.json"));
    }

    @Test
    void everyPromisedTypeIsPublished() {
        List<String> published = Stream.of(new CustomerEvent.Registered("id", "1", NOTHING, SalesStatus.LOST, null, null),
                        new CustomerEvent.FactsChanged(null, NOTHING, Set.of()), new CustomerEvent.OwnerAssigned(null, null),
                        new CustomerEvent.StatusChanged(SalesStatus.LOST, SalesStatus.LOST), new CustomerEvent.ActivityClosed(),
                        new CustomerEvent.Archived(), new CustomerEvent.Restored())
                .map(publication::publish).map(PublicEvent::type).toList();
        assertThat(published).containsExactlyInAnyOrderElementsOf(CONTRACT.types());
    }

    private DynamicTest publishes(CustomerEvent event, String type, String example) {
        return DynamicTest.dynamicTest(type + example, () -> {
            PublicEvent published = publication.publish(event);
            String json = JSON.writeValueAsString(published.data());
            assertThat(published.type()).isEqualTo(type);
            assertThat(CONTRACT.violations(type, json)).isEmpty();
            assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(example(type + example)));
        });
    }

    private static CustomerFacts facts(String json) {
        return JSON.readValue(json, CustomerFacts.class);
    }

    private static String example(String name) {
        return CONTRACT.examples().stream().filter(example -> example.name().equals(name)).findFirst().orElseThrow().json();
    }
}
