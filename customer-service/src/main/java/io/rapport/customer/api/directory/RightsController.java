package io.rapport.customer.api.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.directory.AdministeredRights;
import io.rapport.customer.domain.directory.RightsCommand;
import io.rapport.customer.domain.directory.RightsCommand.Define;
import io.rapport.customer.domain.directory.RightsCommand.Redefine;
import io.rapport.customer.domain.directory.RightsDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.NotedAct;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.RightsTable;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;

/** What each role may. The table that everybody begins with has no version until it was changed. */
@RestController
@RequestMapping("/api/rights")
class RightsController {

    private static final String PATH = "/api/rights";

    private final AdministeredRights rights;
    private final SettingEndpoint endpoint;
    private final Trail trail;

    RightsController(AdministeredRights rights, Commands commands, Trail trail) {
        this.trail = trail;
        this.rights = rights;
        this.endpoint = new SettingEndpoint(commands, rights.settings(), "rights", PATH);
    }

    /** @param table roles by their codes, as in the declared table */
    record Table(Map<String, Object> table) {
    }

    @GetMapping
    ResponseEntity<Table> present() {
        RightsTable declared = DeclaredRights.get().table();
        return rights.settings().stored(RightsCommand.ID)
                .map(setting -> SettingEndpoint.answer(setting, new Table(
                        RightsTable.of(setting.definition().table()).completedBy(declared).asMap())))
                .orElseGet(() -> ResponseEntity.ok(new Table(declared.asMap())));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@RequestBody Table body, @RequestParam(required = false) String reason, IfMatch ifMatch,
                             RequestContext request) {
        if (body.table() == null) {
            throw Refusal.of(Refusal.Kind.INVALID, "table", "required");
        }
        body.table().forEach((role, of) -> {
            if (of == null) {
                throw Refusal.of(Refusal.Kind.INVALID, "table." + role, "required");
            }
        });
        RightsDefinition definition = new RightsDefinition(body.table());
        NotedAct noted = new NotedAct(trail, TrailEntry.of(TrailAction.RIGHTS_CHANGED, request, "rights",
                List.of(RightsCommand.ID), Map.of()));
        return endpoint.witnessedBy(noted).put(RightsCommand.ID, PATH, new Define(RightsCommand.ID, definition),
                expected -> new Redefine(RightsCommand.ID, expected, definition), ifMatch, request, reason);
    }
}
