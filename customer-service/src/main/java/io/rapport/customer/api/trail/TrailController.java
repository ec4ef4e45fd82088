package io.rapport.customer.api.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.trail.KeptEntry;
import io.rapport.customer.application.trail.KeptTrail;
import io.rapport.customer.application.trail.TrailQuery;
import io.rapport.web.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Who saw, took out, brought in, joined, was refused: for administrators, newest first. */
@RestController
class TrailController {

    private static final int MOST = 200;

    private final KeptTrail trail;

    TrailController(KeptTrail trail) {
        this.trail = trail;
    }

    /**
     * An entry.
     *
     * @param sequence from 1 without a gap
     * @param hash     SHA-256 over the entry and all before it, in hexadecimal
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record View(long sequence, String id, Instant at, String who, String action, String kind, List<String> records,
                Map<String, String> details, String requestId, String hash) {

        static View of(KeptEntry kept) {
            var entry = kept.entry();
            return new View(kept.sequence(), entry.id(), entry.at(), entry.who(), entry.action(), entry.kind(),
                    entry.records(), entry.details(), entry.requestId(), HexFormat.of().formatHex(kept.hash()));
        }
    }

    /** @param nextCursor left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> items, String nextCursor) {
    }

    @GetMapping("/api/admin/trail")
    ResponseEntity<Page> find(@RequestParam(required = false) String who,
                              @RequestParam(required = false) String action,
                              @RequestParam(required = false) String record,
                              @RequestParam(required = false) Instant from,
                              @RequestParam(required = false) Instant to,
                              @RequestParam(defaultValue = "50") int size,
                              @RequestParam(required = false) String cursor) {
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("trail-size-invalid", MOST);
        }
        storable("who", who);
        storable("action", action);
        storable("record", record);
        // One more tells whether there is another page.
        List<KeptEntry> found = trail.find(new TrailQuery(who, action, record, from, to, before(cursor), size + 1));
        List<KeptEntry> page = found.subList(0, Math.min(size, found.size()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Page(page.stream().map(View::of).toList(),
                        found.size() > size ? Long.toString(page.getLast().sequence()) : null));
    }

    /** The database knows every character but one. */
    private static void storable(String name, String value) {
        if (value != null && value.indexOf(0) >= 0) {
            throw ProblemException.badRequest("parameter-invalid", name);
        }
    }

    private static Long before(String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException _) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "trail-cursor-unreadable");
        }
    }
}
