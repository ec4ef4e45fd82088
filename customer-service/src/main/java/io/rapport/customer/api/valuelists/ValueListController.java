package io.rapport.customer.api.valuelists;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.valuelists.AdministeredValueLists;
import io.rapport.customer.domain.valuelists.ValueListCommand;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.eventstore.Commands;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Administered lists. Those that were never changed are as the platform ships them and have no version. */
@RestController
@RequestMapping("/api/value-lists")
class ValueListController {

    private final AdministeredValueLists lists;
    private final SettingEndpoint endpoint;

    ValueListController(AdministeredValueLists lists, Commands commands) {
        this.lists = lists;
        this.endpoint = new SettingEndpoint(commands, lists.changed(), "value-list", "/api/value-lists");
    }

    @GetMapping
    Map<String, List<ValueListDefinition>> all() {
        Map<String, Setting<ValueListDefinition>> changed = lists.changed().stored().stream()
                .collect(Collectors.toMap(Setting::id, Function.identity()));
        return Map.of("items", Arrays.stream(ValueListName.values())
                .map(name -> changed.containsKey(name.id()) ? changed.get(name.id()).definition() : name.preset())
                .toList());
    }

    @GetMapping("/{list}")
    ResponseEntity<ValueListDefinition> one(@PathVariable String list) {
        ValueListName name = named(list);
        return lists.changed().stored(name.id())
                .map(setting -> SettingEndpoint.answer(setting, setting.definition()))
                .orElseGet(() -> ResponseEntity.ok(name.preset()));
    }

    @PutMapping(path = "/{list}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String list, @RequestBody ValueListRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        ValueListName name = named(list);
        ValueListDefinition definition = body.definition(name);
        return endpoint.put(name.id(), "/api/value-lists/" + list,
                new ValueListCommand.Define(name.id(), definition),
                expected -> new ValueListCommand.Redefine(name.id(), expected, definition), ifMatch, request, reason);
    }

    /** @throws Refusal UNKNOWN */
    private static ValueListName named(String list) {
        return ValueListName.of(list).orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }
}
