package io.rapport.reporting.search.api;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.pipelines.PipelineDocument;
import io.rapport.reporting.pipelines.PresentPipelines;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.values.LocalizedLabel;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What administrators call the values that records hold: choices of custom fields, pipelines and stages. */
@Component
class ValueLabels {

    private final PresentPipelines pipelines;

    ValueLabels(PresentPipelines pipelines) {
        this.pipelines = pipelines;
    }

    /** Null where the value speaks for itself, or nobody defined it. */
    String of(FieldCatalogue<?> catalogue, String field, Object value, String language) {
        Map<String, String> label = catalogue.kind() == RecordKind.OPPORTUNITY && value instanceof String key
                ? ofOpportunities(catalogue, field, key) : chosen(catalogue, field, value);
        return LocalizedLabel.in(label, language).orElse(null);
    }

    private Map<String, String> ofOpportunities(FieldCatalogue<?> catalogue, String field, String key) {
        return switch (field) {
            case "pipeline" -> pipelines.find(key).map(PipelineDocument::label).orElse(Map.of());
            case "stage" -> pipelines.stage(key).orElse(Map.of());
            default -> chosen(catalogue, field, key);
        };
    }

    private static Map<String, String> chosen(FieldCatalogue<?> catalogue, String field, Object value) {
        return catalogue.find(field).map(ListField::choices)
                .map(choices -> choices.get(String.valueOf(value))).orElse(Map.of());
    }
}
