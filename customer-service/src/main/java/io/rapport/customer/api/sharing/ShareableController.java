package io.rapport.customer.api.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.sharing.Author;
import io.rapport.customer.domain.sharing.Shareable;
import io.rapport.customer.domain.sharing.SharingPolicies;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.rights.autoconfiguration.CallerRights;
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
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/**
 * The endpoints of one sort of definition that people keep: everybody's own and those that are shared. What is written
 * is read here at once. Whoever extends it says at which path, and how definitions are written and read.
 *
 * @param <D> the definition
 * @param <B> as clients write it
 * @param <A> as clients read it
 */
public abstract class ShareableController<D extends Shareable<D>, B, A> {

    private static final int LARGEST_PAGE = 200;

    private final PresentSettings<D> present;
    private final ShareableCommands<D> commands;
    private final RecordWrites writes;
    private final CallerRights rights;
    private final Set<Role> sharing;

    /** @param sharing who may keep what everybody sees */
    protected ShareableController(PresentSettings<D> present, ShareableCommands<D> commands, RecordWrites writes,
            CallerRights rights, Set<Role> sharing) {
        this.rights = rights;
        this.present = present;
        this.commands = commands;
        this.writes = writes;
        this.sharing = Set.copyOf(sharing);
    }

    /** What a client wrote, without an owner. */
    protected abstract D definition(B body);

    /** What a client would write to say all of a definition that is changed so. */
    protected abstract B patched(D before, MergePatch patch);

    protected abstract A answer(Setting<D> definition);

    /** @throws Refusal INVALID where no list can be had like this, as {@code ListChecks} says */
    protected abstract void check(D definition, String language);

    /** @param nextCursor left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page<A>(List<A> items, long total, String nextCursor) {
    }

    /** In the order of their names. */
    @GetMapping
    public Page<A> all(@RequestParam(required = false) String recordKind,
            @RequestParam(defaultValue = "" + LARGEST_PAGE) int size, @RequestParam(required = false) String cursor,
            Caller caller) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "page-size-invalid", LARGEST_PAGE);
        }
        NameCursor after = NameCursor.read(cursor);
        PresentSettings.Part<D> part =
                present.readableBy(caller.name(), recordKind, after.name(), after.id(), size + 1);
        List<Setting<D>> shown = part.settings().stream().limit(size).toList();
        return new Page<>(shown.stream().map(this::answer).toList(), part.total(),
                part.settings().size() > size ? NameCursor.behind(shown.getLast()).text() : null);
    }

    @GetMapping("/{id}")
    public ResponseEntity<A> one(@PathVariable String id, Caller caller) {
        Setting<D> definition = found(id, caller);
        return SettingEndpoint.answer(definition, answer(definition));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Map<String, String>> make(@RequestBody B body, RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
            Optional<IdempotencyKey> key) {
        D definition = checked(body, language);
        return writes.create(commands.make(RecordIds.next(), definition, author(request)), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Void> replace(@PathVariable String id, @RequestBody B body, IfMatch ifMatch,
            RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        Long expected = expectedVersion(ifMatch.required());
        found(id, request.caller());
        return change(id, expected, body, request, language);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    public ResponseEntity<Void> change(@PathVariable String id, @RequestBody MergePatch patch, IfMatch ifMatch,
            RequestContext request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        Setting<D> before = found(id, request.caller());
        Long expected = ifMatch.version() == null ? Long.valueOf(before.version() - 1) : expectedVersion(ifMatch);
        return change(id, expected, patched(before.definition(), patch), request, language);
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> remove(@PathVariable String id, @RequestParam(required = false) String reason,
            IfMatch ifMatch, RequestContext request) {
        found(id, request.caller());
        return writes.change(commands.remove(id, expectedVersion(ifMatch), author(request)), request, reason);
    }

    private ResponseEntity<Void> change(String id, Long expectedVersion, B body, RequestContext request,
            String language) {
        D definition = checked(body, language);
        return writes.change(commands.change(id, expectedVersion, definition, author(request)), request, null);
    }

    private D checked(B body, String language) {
        D definition = definition(body);
        check(definition, language);
        return definition;
    }

    /** @throws Refusal UNKNOWN, also for what is another's alone */
    private Setting<D> found(String id, Caller caller) {
        return present.stored(id).filter(definition -> isReadBy(caller, definition))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }

    private boolean isReadBy(Caller caller, Setting<D> definition) {
        return SharingPolicies.mayRead(caller.name(), definition.definition().owner(),
                definition.definition().shared());
    }

    private Author author(RequestContext request) {
        Caller caller = request.caller();
        return new Author(caller.name(), rights.of(caller).roles().stream().anyMatch(sharing::contains));
    }
}
