package io.rapport.customer.publication.customfields;

import io.rapport.customer.domain.customfields.CustomFieldEvent;
import io.rapport.customer.domain.customfields.CustomFieldExamples;
import io.rapport.customfields.RecordKind;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Stream;

class CustomFieldPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new CustomFieldPublication();
        return new PublishedExamples<CustomFieldEvent>("contracts/custom-field/v1", Map.of(
                "custom-field.defined.v1.example", new CustomFieldEvent.Defined(CustomFieldExamples.budget()),
                "custom-field.defined.v1.example-choices", new CustomFieldEvent.Defined(CustomFieldExamples.colours()),
                "custom-field.defined.v1.example-contact-data",
                new CustomFieldEvent.Defined(CustomFieldExamples.hotline()),
                "custom-field.removed.v1.example", new CustomFieldEvent.Removed(RecordKind.CUSTOMER, "budget")))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
