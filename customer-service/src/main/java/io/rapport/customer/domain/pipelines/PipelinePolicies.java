package io.rapport.customer.domain.pipelines;

import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule book of pipelines. */
final class PipelinePolicies {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern STAGE_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MOST_STAGES = 30;
    private static final int MOST_DAYS = 3_650;

    private PipelinePolicies() {
    }

    static void definitionKeepsTheRules(PipelineDefinition definition, FieldErrors errors) {
        if (!KEY.matcher(definition.key()).matches()) {
            errors.add("key", "key-malformed");
        }
        LocalizedLabel.check("label", definition.label(), errors);
        List<PipelineStage> stages = definition.stages();
        if (stages.isEmpty()) {
            errors.add("stages", "required");
        }
        if (stages.size() > MOST_STAGES) {
            errors.add("stages", "too-many", MOST_STAGES);
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < Math.min(stages.size(), MOST_STAGES); i++) {
            check("stages[" + i + ']', stages.get(i), errors);
            if (stages.get(i).key() != null && !keys.add(stages.get(i).key())) {
                errors.add("stages[" + i + "].key", "key-repeated");
            }
        }
    }

    /** What an opportunity is or was in keeps its name: a stage is retired, never removed. */
    static void noStageVanishes(PipelineDefinition before, PipelineDefinition after, FieldErrors errors) {
        before.stages().stream().map(PipelineStage::key).filter(key -> after.stage(key).isEmpty())
                .forEach(key -> errors.add("stages", "stage-vanished", key));
    }

    /** One pipeline is the default: another takes its place, it does not give it up by itself. */
    static void theDefaultStays(PipelineDefinition before, PipelineDefinition after, FieldErrors errors) {
        if (before.isDefault() && !after.isDefault()) {
            errors.add("isDefault", "default-pipeline-needed");
        }
    }

    static void theDefaultCanBeEntered(PipelineDefinition definition, FieldErrors errors) {
        if (definition.isDefault() && !definition.stages().isEmpty() && definition.openStages().isEmpty()) {
            errors.add("stages", "default-pipeline-closed");
        }
    }

    private static void check(String field, PipelineStage stage, FieldErrors errors) {
        if (stage.key() == null) {
            errors.add(field + ".key", "required");
        } else if (!STAGE_KEY.matcher(stage.key()).matches()) {
            errors.add(field + ".key", "stage-key-malformed");
        }
        LocalizedLabel.check(field + ".label", stage.label(), errors);
        if (stage.probability() == null) {
            errors.add(field + ".probability", "required");
        } else if (stage.probability() < 0 || stage.probability() > 100) {
            errors.add(field + ".probability", "percentage-out-of-range");
        }
        Integer days = stage.stalledAfterDays();
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            errors.add(field + ".stalledAfterDays", "days-out-of-range", MOST_DAYS);
        }
    }
}
