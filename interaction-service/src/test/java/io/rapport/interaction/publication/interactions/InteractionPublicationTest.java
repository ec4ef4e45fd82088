package io.rapport.interaction.publication.interactions;

import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.interactions.InteractionEvent;
import io.rapport.interaction.domain.interactions.SampleFacts;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class InteractionPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new InteractionPublication();
        Instant time = Instant.parse("2025-03-01T08:00:00Z");
        return new PublishedExamples<InteractionEvent>("contracts/interaction/v1", Map.of(
                "interaction.recorded.v1.example", new InteractionEvent.Recorded("id", SampleFacts.of("CALL",
                        time, "报价", "客户要求\n新报价", "0198c0de-0000-7000-8000-000000000001",
                        "0198c0de-0000-7000-8000-000000000002")),
                "interaction.recorded.v1.example-least", new InteractionEvent.Recorded("id",
                        SampleFacts.of("VISIT", time, null, null, null, null)),
                "interaction.corrected.v1.example", new InteractionEvent.Corrected(
                        SampleFacts.of(null, null, "新报价", null, null, null), Set.of("text")),
                "interaction.deleted.v1.example", new InteractionEvent.Deleted(),
                "interaction.recorded.v1.example-mail", new InteractionEvent.Recorded("id", SampleFacts.mail()),
                "interaction.restored.v1.example", new InteractionEvent.Restored(),
                "interaction.withdrawn.v1.example", new InteractionEvent.Withdrawn()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
