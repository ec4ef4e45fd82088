package io.rapport.reporting.pipelines;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PresentPipelinesTest {

    private final PresentPipelines pipelines = new PresentPipelines(null, new PipelineReadModel());

    @Test
    void thereIsAlwaysOneToGoToByDefault() {
        assertThat(keys(List.of())).containsExactly("default");
        assertThat(keys(List.of(defined("tenders", false)))).containsExactly("default", "tenders");
        assertThat(pipelines.of(List.of()).getFirst().standard()).isTrue();
    }

    @Test
    void anotherTakesThePlaceOfTheOneThatEverybodyBeginsWith() {
        assertThat(keys(List.of(defined("a", false), defined("tenders", true))))
                .containsExactly("tenders", "a", "default");
        assertThat(pipelines.of(List.of(defined("tenders", true))).getLast().standard()).isFalse();
    }

    @Test
    void whatWasDefinedAnewIsNotToldFromTheBeginning() {
        assertThat(pipelines.of(List.of(defined("default", true)))).singleElement()
                .satisfies(pipeline -> assertThat(pipeline.stages()).isEmpty());
    }

    private List<String> keys(List<PipelineDocument> defined) {
        return pipelines.of(defined).stream().map(PipelineDocument::key).toList();
    }

    private static PipelineDocument defined(String key, boolean standard) {
        return new PipelineDocument("pipeline:" + key, key, Map.of(), standard, List.of(), null, null, null, null, 1,
                false);
    }
}
