package io.rapport.customer.api.customers;

import io.rapport.customer.domain.customers.CustomerCommand.Merge;
import io.rapport.customer.domain.customers.CustomerCommand.TellApart;
import io.rapport.customer.domain.customers.CustomerCommand.Unmerge;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.Recorded;
import io.rapport.eventstore.http.NotedAct;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Makes one customer of two that turned out to be the same, and two of one again. */
@RestController
@RequestMapping(path = "/api/customers/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
class CustomerMergeController {

    private static final String KIND = "customer";

    private final RecordWrites writes;
    private final Trail trail;

    CustomerMergeController(Commands commands, Trail trail) {
        this.writes = new RecordWrites(commands, KIND, "/api/customers");
        this.trail = trail;
    }

    /**
     * @param from id of the customer that becomes part of this one
     * @param take which fields to take from it: {@code this}, {@code from} or, for lists, {@code both}; may be absent
     */
    record MergeRequest(String from, Map<String, String> take) {
    }

    record UnmergeRequest(String from) {
    }

    /** @param apart false takes it back; absent: true */
    record TellApartRequest(String from, Boolean apart) {
    }

    /**
     * What came of an unmerge.
     *
     * @param restored fields that went back to what they were before the merge
     * @param kept     fields that have been changed since the merge and stay as they are
     */
    record Unmerged(String id, List<String> restored, List<String> kept) {

        static Unmerged of(Recorded recorded) {
            return new Unmerged(recorded.recordId(), fields(recorded, "restored"), fields(recorded, "kept"));
        }

        private static List<String> fields(Recorded recorded, String name) {
            return Arrays.stream(recorded.facts().getOrDefault(name, "").split(","))
                    .filter(field -> !field.isEmpty()).sorted().toList();
        }
    }

    @PostMapping("/merge")
    ResponseEntity<Void> merge(@PathVariable String id, @RequestBody MergeRequest body,
                               @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request,
                               Optional<IdempotencyKey> key) {
        Map<String, String> take = body.take() == null ? Map.of() : body.take();
        return noting(TrailAction.MERGED, request, id, body.from())
                .change(new Merge(id, expectedVersion(ifMatch), body.from(), take), request, reason, key);
    }

    /** Not a duplicate: the two are not shown as one that may be the other any more. */
    @PostMapping("/tell-apart")
    ResponseEntity<Void> tellApart(@PathVariable String id, @RequestBody TellApartRequest body,
                                   @RequestParam(required = false) String reason, IfMatch ifMatch,
                                   RequestContext request, Optional<IdempotencyKey> key) {
        boolean apart = body.apart() == null || body.apart();
        return noting(TrailAction.TOLD_APART, request, id, body.from())
                .change(new TellApart(id, expectedVersion(ifMatch), body.from(), apart), request, reason, key);
    }

    @PostMapping("/unmerge")
    ResponseEntity<Unmerged> unmerge(@PathVariable String id, @RequestBody UnmergeRequest body,
                                     @RequestParam(required = false) String reason, IfMatch ifMatch,
                                     RequestContext request, Optional<IdempotencyKey> key) {
        return noting(TrailAction.UNMERGED, request, id, body.from())
                .change(new Unmerge(id, expectedVersion(ifMatch), body.from()), request, reason, key, Unmerged::of);
    }

    private RecordWrites noting(TrailAction action, RequestContext request, String id, String from) {
        return writes.witnessedBy(new NotedAct(trail,
                TrailEntry.of(action, request, KIND, Arrays.asList(id, from), Map.of())));
    }
}
