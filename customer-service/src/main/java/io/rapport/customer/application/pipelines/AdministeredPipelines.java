package io.rapport.customer.application.pipelines;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.pipelines.PipelineCommand;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineEvent;
import io.rapport.customer.domain.pipelines.Pipelines;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pipelines that administrators have defined, and the one that everybody begins with until they have. */
@Component
public class AdministeredPipelines implements Pipelines {

    private final PresentSettings<PipelineDefinition> pipelines;

    AdministeredPipelines(Settings settings) {
        pipelines = settings.keep("pipeline", PipelineEvent.class, PipelineDefinition.class, event -> switch (event) {
            case PipelineEvent.Defined(PipelineDefinition definition) -> definition;
        });
    }

    @Override
    public Optional<PipelineDefinition> find(String key) {
        return withPreset(pipelines.all()).filter(pipeline -> pipeline.key().equals(key)).findFirst();
    }

    @Override
    public PipelineDefinition standard() {
        return withPreset(pipelines.all()).filter(PipelineDefinition::isDefault).findFirst()
                .orElseGet(PipelineDefinition::standard);
    }

    /** All of them as they are at this moment, the default first. */
    public List<PipelineDefinition> stored() {
        return withPreset(pipelines.stored()).sorted(Comparator.comparing(PipelineDefinition::isDefault).reversed()
                .thenComparing(PipelineDefinition::key)).toList();
    }

    /** Those that were changed. */
    public PresentSettings<PipelineDefinition> changed() {
        return pipelines;
    }

    private static Stream<PipelineDefinition> withPreset(List<Setting<PipelineDefinition>> settings) {
        PipelineDefinition preset = PipelineDefinition.standard();
        if (settings.stream().anyMatch(setting -> setting.id().equals(PipelineCommand.idOf(preset.key())))) {
            return settings.stream().map(Setting::definition);
        }
        boolean replaced = settings.stream().anyMatch(setting -> setting.definition().isDefault());
        return Stream.concat(settings.stream().map(Setting::definition),
                Stream.of(replaced ? preset.asOneOfSeveral() : preset));
    }
}
