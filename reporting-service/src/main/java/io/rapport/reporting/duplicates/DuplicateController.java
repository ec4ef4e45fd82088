package io.rapport.reporting.duplicates;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.search.likeness.Traits;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Customers that may be one. Merging them is a command of the service that owns them. */
@RestController
@RequestMapping("/api/customers")
class DuplicateController {

    private static final int MOST = 100;

    private final Duplicates duplicates;
    private final DuplicatePairs pairs;
    private final Sweeps sweeps;

    DuplicateController(Duplicates duplicates, DuplicatePairs pairs, Sweeps sweeps) {
        this.duplicates = duplicates;
        this.pairs = pairs;
        this.sweeps = sweeps;
    }

    /**
     * @param running   whether all customers are gone through just now
     * @param at        when that was done last; left out before the first time
     * @param customers how many there were then; left out for who does not see all of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SweepView(boolean running, Instant at, Integer customers) {
    }

    /**
     * @param total      left out for who does not see all customers
     * @param nextCursor left out at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PairList(List<Duplicates.Pair> items, Long total, String nextCursor, SweepView sweep) {
    }

    record CandidateList(List<Duplicates.Candidate> items) {
    }

    /** What the last sweep found, the likeliest first. Asking begins a sweep where there was none for an hour. */
    @GetMapping("/duplicates")
    PairList found(@RequestParam(defaultValue = "20") int size, @RequestParam(required = false) String cursor,
            Caller caller) {
        if (size < 1 || size > MOST) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "number-not-between", "size", 1, MOST);
        }
        sweeps.beginWhenDue();
        Duplicates.Pairs found = duplicates.found(rank(cursor), size, caller);
        return new PairList(found.items(), found.total(), found.next() == null ? null : found.next().toString(),
                sweep(found.total() != null));
    }

    /** Goes through all customers now. */
    @PostMapping("/duplicates/sweep")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SweepView begin() {
        sweeps.begin();
        return sweep(false);
    }

    @GetMapping("/{id}/duplicates")
    CandidateList of(@PathVariable String id, ConsistencyTokens tokens, Caller caller) {
        return new CandidateList(duplicates.of(id, tokens, caller));
    }

    /** Whom a customer may be that is about to be entered; of its body only what is compared is looked at. */
    @PostMapping(path = "/duplicates/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    CandidateList check(@RequestBody ObjectNode customer, ConsistencyTokens tokens, Caller caller) {
        Traits traits = Traits.of(null, text(customer, "number"), text(customer, "name"),
                Stream.of("phone", "fax").map(field -> text(customer, field)), text(customer, "email"),
                text(customer, "website"));
        return new CandidateList(duplicates.candidates(traits, tokens, caller));
    }

    private SweepView sweep(boolean counted) {
        Optional<DuplicatePairs.Swept> last = pairs.swept();
        return new SweepView(sweeps.running(), last.map(DuplicatePairs.Swept::at).orElse(null),
                last.filter(_ -> counted).map(DuplicatePairs.Swept::customers).orElse(null));
    }

    private static int rank(String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,9}")) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "cursor-invalid");
        }
        return Integer.parseInt(cursor);
    }

    private static String text(ObjectNode customer, String field) {
        JsonNode value = customer.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            throw Refusal.of(Refusal.Kind.INVALID, field, "expected-text");
        }
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }
}
