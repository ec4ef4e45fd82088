package io.rapport.customer.publication.pipelines;

import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineEvent;
import io.rapport.customer.domain.pipelines.PipelineStage;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class PipelinePublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new PipelinePublication();
        return new PublishedExamples<PipelineEvent>("contracts/pipeline/v1", Map.of(
                "pipeline.defined.v1.example", new PipelineEvent.Defined(PipelineDefinition.standard()),
                "pipeline.defined.v1.example-least", new PipelineEvent.Defined(new PipelineDefinition("key-accounts",
                        Map.of("en", "Key accounts"), false,
                        List.of(new PipelineStage("TENDER", Map.of("zh-CN", "投标"), 25, null, true))))))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
