package io.rapport.reporting.pipelines;

import io.rapport.contracts.StandardPipeline;
import io.rapport.reporting.intake.PresentDocuments;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pipelines there are: those that were defined, and the one that everybody begins with until it was. */
@Component
public class PresentPipelines extends PresentDocuments<PipelineDocument, List<PipelineDocument>> {

    PresentPipelines(RecordStore store, PipelineReadModel model) {
        super(store, model);
    }

    /** Where opportunities go that name no pipeline. */
    public PipelineDocument standard() {
        return present().getFirst();
    }

    public Optional<PipelineDocument> find(String key) {
        return present().stream().filter(pipeline -> pipeline.key().equals(key)).findFirst();
    }

    /** What a stage is called; where several pipelines have one of that key, in the first of them. */
    public Optional<Map<String, String>> stage(String key) {
        return present().stream().flatMap(pipeline -> pipeline.stages().stream())
                .filter(stage -> stage.key().equals(key)).map(PipelineDocument.Stage::label).findFirst();
    }

    /** The default one first. */
    @Override
    protected List<PipelineDocument> of(List<PipelineDocument> defined) {
        List<PipelineDocument> all = new ArrayList<>(defined);
        if (defined.stream().noneMatch(pipeline -> pipeline.key().equals(StandardPipeline.KEY))) {
            all.add(PipelineDocument.preset(defined.stream().noneMatch(PipelineDocument::standard)));
        }
        all.sort(Comparator.comparing(PipelineDocument::standard).reversed().thenComparing(PipelineDocument::key));
        return List.copyOf(all);
    }
}
