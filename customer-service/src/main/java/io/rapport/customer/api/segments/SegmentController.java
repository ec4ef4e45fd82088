package io.rapport.customer.api.segments;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.api.views.Authors;
import io.rapport.customer.application.segments.DefinedSegments;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.views.ListChecks;
import io.rapport.customer.domain.segments.SegmentCommand;
import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.views.SharingPolicies;
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

/**
 * Segments: everybody's own and those that are shared. What is written is read here at once; which records a segment
 * holds is asked of the lists, by {@code ?segment=}.
 */
@RestController
@RequestMapping("/api/segments")
class SegmentController {

    private final DefinedSegments segments;
    private final ListChecks checks;
    private final RecordWrites writes;

    SegmentController(DefinedSegments segments, ListChecks checks, Commands commands) {
        this.segments = segments;
        this.checks = checks;
        this.writes = new RecordWrites(commands, "segment", "/api/segments");
    }

    @GetMapping
    Map<String, List<SegmentAnswer>> all(@RequestParam(required = false) String recordKind, Caller caller) {
        return Map.of("items", segments.present().stored().stream()
                .filter(segment -> isReadBy(caller, segment))
                .filter(segment -> recordKind == null || recordKind.equals(segment.definition().recordKind()))
                .sorted(Comparator.comparing(segment -> segment.definition().name()))
                .map(SegmentAnswer::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<SegmentAnswer> one(@PathVariable String id, Caller caller) {
        Setting<SegmentDefinition> segment = found(id, caller);
        return SettingEndpoint.answer(segment, SegmentAnswer.of(segment));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> define(@RequestBody SegmentRequest body, RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
            Optional<IdempotencyKey> key) {
        SegmentDefinition segment = checked(body, language);
        return writes.create(new SegmentCommand.Define(RecordIds.next(), segment, Authors.ofSegment(request.caller())), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody SegmentRequest body, IfMatch ifMatch,
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
        Setting<SegmentDefinition> before = found(id, request.caller());
        Long expected = ifMatch.version() == null ? Long.valueOf(before.version() - 1) : expectedVersion(ifMatch);
        return change(id, expected, SegmentRequest.patched(before.definition(), patch), request, language);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id, @RequestParam(required = false) String reason, IfMatch ifMatch,
            RequestContext request) {
        found(id, request.caller());
        return writes.change(new SegmentCommand.Remove(id, expectedVersion(ifMatch), Authors.ofSegment(request.caller())),
                request, reason);
    }

    private ResponseEntity<Void> change(String id, Long expectedVersion, SegmentRequest body, RequestContext request,
            String language) {
        return writes.change(new SegmentCommand.Redefine(id, expectedVersion, checked(body, language),
                Authors.ofSegment(request.caller())), request, null);
    }

    private SegmentDefinition checked(SegmentRequest body, String language) {
        SegmentDefinition segment = body.definition();
        checks.check(segment.recordKind(), null, List.of(), segment.filter(), List.of(), language);
        return segment;
    }

    /** @throws Refusal UNKNOWN, also for what is another's alone */
    private Setting<SegmentDefinition> found(String id, Caller caller) {
        return segments.present().stored(id).filter(segment -> isReadBy(caller, segment))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }

    private static boolean isReadBy(Caller caller, Setting<SegmentDefinition> segment) {
        return SharingPolicies.mayRead(caller.name(), segment.definition().owner(), segment.definition().shared());
    }
}
