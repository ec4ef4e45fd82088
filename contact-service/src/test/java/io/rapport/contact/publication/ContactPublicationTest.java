package io.rapport.contact.publication;

import io.rapport.contact.domain.ContactEvent;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.contact.domain.SampleContacts;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class ContactPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new ContactPublication();
        return new PublishedExamples<ContactEvent>("contracts/contact/v1", Map.of(
                "contact.registered.v1.example", new ContactEvent.Registered("id", SampleContacts.plain("张三", "采购经理",
                        "zhangsan@huawei.com", "13800000001", "0198c0de-0000-7000-8000-000000000001"), null, null),
                "contact.registered.v1.example-full", new ContactEvent.Registered("id", SampleContacts.full(), "zhangsan",
                        "/east/shanghai"),
                "contact.registered.v1.example-name-only", new ContactEvent.Registered("id", ContactFacts.named("李四"), null, null),
                "contact.changed.v1.example", new ContactEvent.FactsChanged(
                        SampleContacts.plain(null, "采购总监", null, null, null), Set.of("email")),
                "contact.archived.v1.example", new ContactEvent.Archived(),
                "contact.owner-assigned.v1.example", new ContactEvent.OwnerAssigned("zhangsan", "/east/shanghai"),
                "contact.restored.v1.example", new ContactEvent.Restored(),
                "contact.withdrawn.v1.example", new ContactEvent.Withdrawn()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
