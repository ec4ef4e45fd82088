package io.rapport.customer.publication.valuelists;

import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ValueListPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new ValueListPublication();
        var levels = new ValueListDefinition("level", false, List.of(
                new ValueListDefinition.Entry("NORMAL", Map.of("en", "Normal", "zh-CN", "普通"), false),
                new ValueListDefinition.Entry("KEY", Map.of("en", "Key", "zh-CN", "重要"), false),
                new ValueListDefinition.Entry("STRATEGIC", Map.of("en", "Strategic", "zh-CN", "战略"), false),
                new ValueListDefinition.Entry("VIP", Map.of("zh-CN", "VIP"), true)));
        return new PublishedExamples<>("contracts/value-list/v1",
                Map.of("value-list.defined.v1.example", new ValueListEvent.Defined(levels)))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
