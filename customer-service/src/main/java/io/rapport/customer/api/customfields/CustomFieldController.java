package io.rapport.customer.api.customfields;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.customfields.AdministeredCustomFields;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.customfields.CustomFieldCommand;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.RecordKind;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;

/** The fields that administrators add to kinds of record. */
@RestController
@RequestMapping("/api/custom-fields")
class CustomFieldController {

    private static final String PATH = "/api/custom-fields";

    private final AdministeredCustomFields fields;
    private final SettingEndpoint endpoint;

    CustomFieldController(AdministeredCustomFields fields, Commands commands) {
        this.fields = fields;
        this.endpoint = new SettingEndpoint(commands, fields.definitions(), "custom-field", PATH);
    }

    @GetMapping("/{recordKind}")
    Map<String, List<CustomFieldView>> all(@PathVariable String recordKind) {
        RecordKind kind = kind(recordKind);
        return Map.of("items", fields.definitions().stored().stream().map(Setting::definition)
                .filter(field -> field.recordKind() == kind).map(CustomFieldView::of).toList());
    }

    @GetMapping("/{recordKind}/{key}")
    ResponseEntity<CustomFieldView> one(@PathVariable String recordKind, @PathVariable String key) {
        Setting<CustomFieldDefinition> setting = fields.definitions()
                .stored(CustomFieldDefinition.idOf(kind(recordKind), key)).orElseThrow(CustomFieldController::unknown);
        return SettingEndpoint.answer(setting, CustomFieldView.of(setting.definition()));
    }

    @PutMapping(path = "/{recordKind}/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String recordKind, @PathVariable String key,
                             @RequestBody CustomFieldRequest body, @RequestParam(required = false) String reason,
                             IfMatch ifMatch, RequestContext request) {
        CustomFieldDefinition definition = body.definition(kind(recordKind), key);
        return endpoint.put(definition.id(), PATH + '/' + recordKind + '/' + key,
                new CustomFieldCommand.Define(definition.id(), definition),
                expected -> new CustomFieldCommand.Redefine(definition.id(), expected, definition), ifMatch, request,
                reason);
    }

    @DeleteMapping("/{recordKind}/{key}")
    ResponseEntity<Void> remove(@PathVariable String recordKind, @PathVariable String key,
                                @RequestParam(required = false) String reason, IfMatch ifMatch,
                                RequestContext request) {
        String id = CustomFieldDefinition.idOf(kind(recordKind), key);
        return endpoint.change(new CustomFieldCommand.Remove(id, RecordWrites.expectedVersion(ifMatch)), request,
                reason);
    }

    /** @throws Refusal UNKNOWN */
    private static RecordKind kind(String recordKind) {
        return RecordKind.of(recordKind).orElseThrow(CustomFieldController::unknown);
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
    }
}
