package io.rapport.customer.api.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.directory.AdministeredDirectory;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.directory.TeamCommand;
import io.rapport.customer.domain.directory.TeamCommand.Define;
import io.rapport.customer.domain.directory.TeamCommand.Redefine;
import io.rapport.customer.domain.directory.TeamCommand.Retire;
import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.NotedAct;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
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
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Teams, whose paths are their addresses: {@code /api/directory/teams/east/shanghai} is {@code /east/shanghai}. */
@RestController
@RequestMapping("/api/directory/teams")
class TeamController {

    private static final String PATH = "/api/directory/teams";

    private final AdministeredDirectory directory;
    private final SettingEndpoint endpoint;
    private final Trail trail;

    TeamController(AdministeredDirectory directory, Commands commands, Trail trail) {
        this.trail = trail;
        this.directory = directory;
        this.endpoint = new SettingEndpoint(commands, directory.teamSettings(), "team", PATH);
    }

    @GetMapping
    Map<String, List<TeamDefinition>> all() {
        return Map.of("items", directory.teams());
    }

    @GetMapping("/{*path}")
    ResponseEntity<TeamDefinition> one(@PathVariable String path) {
        Setting<TeamDefinition> team = directory.teamSettings().stored(TeamCommand.idOf(path))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
        return SettingEndpoint.answer(team, team.definition());
    }

    @PutMapping(path = "/{*path}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String path, @RequestBody TeamRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        TeamDefinition team = body.definition(path);
        String id = TeamCommand.idOf(path);
        return noting(request, id).put(id, PATH + UriUtils.encodePath(path, StandardCharsets.UTF_8), new Define(id, team),
                expected -> new Redefine(id, expected, team), ifMatch, request, reason);
    }

    /** The team stays readable, for the records that name it. */
    @DeleteMapping("/{*path}")
    ResponseEntity<Void> retire(@PathVariable String path, @RequestParam(required = false) String reason,
                                IfMatch ifMatch, RequestContext request) {
        String id = TeamCommand.idOf(path);
        return noting(request, id).change(new Retire(id, expectedVersion(ifMatch)), request, reason);
    }

    private SettingEndpoint noting(RequestContext request, String id) {
        return endpoint.witnessedBy(new NotedAct(trail,
                TrailEntry.of(TrailAction.DIRECTORY_CHANGED, request, "team", List.of(id), Map.of())));
    }
}
