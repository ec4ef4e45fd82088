package io.rapport.customer.api.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Scope;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.directory.AdministeredDirectory;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.directory.UserCommand;
import io.rapport.customer.domain.directory.UserCommand.Define;
import io.rapport.customer.domain.directory.UserCommand.Redefine;
import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.NotedAct;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Users: everybody sees who works here and in which team, administrators also what each may do, and change it. */
@RestController
@RequestMapping("/api/directory/users")
class UserController {

    private static final String PATH = "/api/directory/users";

    private final AdministeredDirectory directory;
    private final SettingEndpoint endpoint;
    private final Trail trail;

    UserController(AdministeredDirectory directory, Commands commands, Trail trail) {
        this.trail = trail;
        this.directory = directory;
        this.endpoint = new SettingEndpoint(commands, directory.userSettings(), "user", PATH);
    }

    @GetMapping
    Map<String, List<UserAnswer>> all(Caller caller) {
        return Map.of("items", directory.users().stream().map(user -> answer(user, caller)).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<UserAnswer> one(@PathVariable String name, Caller caller) {
        Setting<UserDefinition> user = directory.userSettings().stored(UserCommand.idOf(name))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
        return SettingEndpoint.answer(user, answer(user.definition(), caller));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String name, @RequestBody UserRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        UserDefinition user = body.definition(name);
        String id = UserCommand.idOf(name);
        NotedAct noted = new NotedAct(trail,
                TrailEntry.of(TrailAction.DIRECTORY_CHANGED, request, "user", List.of(id), Map.of()));
        return endpoint.witnessedBy(noted).put(id, PATH + '/' + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8),
                new Define(id, user), expected -> new Redefine(id, expected, user), ifMatch, request, reason);
    }

    private static UserAnswer answer(UserDefinition user, Caller caller) {
        return UserAnswer.of(user, caller.may(Scope.ADMIN));
    }
}
