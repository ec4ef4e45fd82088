package io.rapport.customer.api.views;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.views.ListChecks;
import io.rapport.customer.application.views.SavedViews;
import io.rapport.customer.domain.views.SharingPolicies;
import io.rapport.customer.domain.views.ViewCommand;
import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.web.json.MergePatch;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Views: everybody's own and those that are shared. What is written is read here at once. */
@RestController
@RequestMapping("/api/views")
class ViewController {

    private final SavedViews views;
    private final ListChecks checks;
    private final RecordWrites writes;

    ViewController(SavedViews views, ListChecks checks, Commands commands) {
        this.views = views;
        this.checks = checks;
        this.writes = new RecordWrites(commands, "view", "/api/views");
    }

    @GetMapping
    Map<String, List<ViewAnswer>> all(@RequestParam(required = false) String recordKind, Caller caller) {
        return Map.of("items", views.present().stored().stream()
                .filter(view -> isReadBy(caller, view))
                .filter(view -> recordKind == null || recordKind.equals(view.definition().recordKind()))
                .sorted(Comparator.comparing(view -> view.definition().name()))
                .map(ViewAnswer::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<ViewAnswer> one(@PathVariable String id, Caller caller) {
        Setting<ViewDefinition> view = found(id, caller);
        return SettingEndpoint.answer(view, ViewAnswer.of(view));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> save(@RequestBody ViewRequest body, RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
            Optional<IdempotencyKey> key) {
        ViewDefinition view = checked(body, language);
        return writes.create(new ViewCommand.Save(RecordIds.next(), view, Authors.ofView(request.caller())), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody ViewRequest body, IfMatch ifMatch,
            RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        Long expected = expectedVersion(ifMatch.required());
        found(id, request.caller());
        return change(id, expected, body, request, language);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> change(@PathVariable String id, @RequestBody MergePatch patch, IfMatch ifMatch,
            RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        Setting<ViewDefinition> before = found(id, request.caller());
        Long expected = ifMatch.version() == null ? Long.valueOf(before.version() - 1) : expectedVersion(ifMatch);
        return change(id, expected, ViewRequest.patched(before.definition(), patch), request, language);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id, @RequestParam(required = false) String reason, IfMatch ifMatch,
            RequestContext request) {
        found(id, request.caller());
        return writes.change(new ViewCommand.Remove(id, expectedVersion(ifMatch), Authors.ofView(request.caller())),
                request, reason);
    }

    private ResponseEntity<Void> change(String id, Long expectedVersion, ViewRequest body, RequestContext request,
            String language) {
        return writes.change(new ViewCommand.Replace(id, expectedVersion, checked(body, language),
                Authors.ofView(request.caller())), request, null);
    }

    private ViewDefinition checked(ViewRequest body, String language) {
        ViewDefinition view = body.definition();
        checks.check(view.recordKind(), view.q(), view.columns(), view.filter(), view.sort(), language);
        return view;
    }

    /** @throws Refusal UNKNOWN, also for what is another's alone */
    private Setting<ViewDefinition> found(String id, Caller caller) {
        return views.present().stored(id).filter(view -> isReadBy(caller, view))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }

    private static boolean isReadBy(Caller caller, Setting<ViewDefinition> view) {
        return SharingPolicies.mayRead(caller.name(), view.definition().owner(), view.definition().shared());
    }
}
