package io.rapport.customer.api.pipelines;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.pipelines.AdministeredPipelines;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.pipelines.PipelineCommand;
import io.rapport.customer.domain.pipelines.PipelineCommand.Define;
import io.rapport.customer.domain.pipelines.PipelineCommand.Redefine;
import io.rapport.customer.domain.pipelines.PipelineCommand.StepBack;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Administered pipelines. The one that everybody begins with has no version until it was changed. */
@RestController
@RequestMapping("/api/pipelines")
class PipelineController {

    private static final String PATH = "/api/pipelines";

    private final AdministeredPipelines pipelines;
    private final SettingEndpoint endpoint;
    private final TransactionTemplate transaction;

    PipelineController(AdministeredPipelines pipelines, Commands commands, TransactionTemplate transaction) {
        this.pipelines = pipelines;
        this.endpoint = new SettingEndpoint(commands, pipelines.changed(), "pipeline", PATH);
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, List<PipelineDefinition>> all() {
        return Map.of("items", pipelines.stored());
    }

    @GetMapping("/{key}")
    ResponseEntity<PipelineDefinition> one(@PathVariable String key) {
        return pipelines.changed().stored(PipelineCommand.idOf(key))
                .map(setting -> SettingEndpoint.answer(setting, setting.definition()))
                .orElseGet(() -> ResponseEntity.ok(stored(key)
                        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"))));
    }

    /** Where the pipeline becomes the default, the one that was it steps back in the same transaction. */
    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String key, @RequestBody PipelineRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        boolean wasDefault = stored(key).map(PipelineDefinition::isDefault).orElse(false);
        PipelineDefinition definition = body.definition(key, wasDefault);
        if (wasDefault || !definition.isDefault()) {
            return put(definition, ifMatch, request, reason);
        }
        return transaction.execute(_ -> {
            pipelines.changed().stored().stream().filter(setting -> setting.definition().isDefault()).map(Setting::id)
                    .forEach(former -> endpoint.change(new StepBack(former), request, reason));
            return put(definition, ifMatch, request, reason);
        });
    }

    private ResponseEntity<Void> put(PipelineDefinition definition, IfMatch ifMatch, RequestContext request,
                                     String reason) {
        String id = PipelineCommand.idOf(definition.key());
        return endpoint.put(id, PATH + '/' + definition.key(), new Define(id, definition),
                expected -> new Redefine(id, expected, definition), ifMatch, request, reason);
    }

    private Optional<PipelineDefinition> stored(String key) {
        return pipelines.stored().stream().filter(pipeline -> pipeline.key().equals(key)).findFirst();
    }
}
