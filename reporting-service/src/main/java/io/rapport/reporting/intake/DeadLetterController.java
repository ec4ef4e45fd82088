package io.rapport.reporting.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.web.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/**
 * Events that could not become part of their record, for an administrator. A retry is asked for here and happens within
 * about a second, by whichever instance reads the partition.
 */
@RestController
@RequestMapping("/api/admin/dead-letters")
class DeadLetterController {

    private static final int MOST = 200;

    private final DeadLetterStore letters;

    DeadLetterController(DeadLetterStore letters) {
        this.letters = letters;
    }

    /** A dead letter without its data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, String kind, String recordId, Long sequence, String type, String eventId, String cause,
            String detail, Instant at, int attempts, boolean retrying, String topic, int partition, long offset) {

        static View of(DeadLetter letter) {
            return new View(letter.id(), letter.kind(), letter.recordId(), letter.sequence(), letter.type(),
                    letter.eventId(), letter.cause(), letter.detail(), letter.at(), letter.attempts(), letter.retry(),
                    letter.topic(), letter.partition(), letter.offset());
        }
    }

    record Page(List<View> items, long total) {
    }

    record RetryRequested(long letters) {
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        if (page < 1 || size < 1 || size > MOST || (long) page * size > Integer.MAX_VALUE) {
            throw ProblemException.badRequest("page-invalid", MOST);
        }
        return new Page(letters.page(page, size).stream().map(View::of).toList(), letters.count());
    }

    @GetMapping("/{id}")
    View get(@PathVariable String id) {
        return letters.find(id).map(View::of).orElseThrow(DeadLetterController::unknown);
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<RetryRequested> retry(@PathVariable String id) {
        if (!letters.requestRetry(id)) {
            throw unknown();
        }
        return ResponseEntity.accepted().body(new RetryRequested(1));
    }

    @PostMapping("/retry-all")
    ResponseEntity<RetryRequested> retryAll() {
        return ResponseEntity.accepted().body(new RetryRequested(letters.requestRetryOfAll()));
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "id", "dead-letter-unknown");
    }
}
