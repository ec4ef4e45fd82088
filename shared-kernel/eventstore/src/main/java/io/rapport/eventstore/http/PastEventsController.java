package io.rapport.eventstore.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.web.signin.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells other services of the platform the past of one record, as a JSON batch of CloudEvents 1.0. The gateway has no
 * route to it; the caller's own rights decide all the same, and to whoever does not see a record it has no past.
 */
@RestController
class PastEventsController {

    static final int MOST = 1_000;

    private static final int MOST_RECORDS = 100;

    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");

    private final PastEvents past;
    private final RecordAudience audience;
    private final JsonMapper json = StoredJson.mapper();

    PastEventsController(PastEvents past, RecordAudience audience) {
        this.past = past;
        this.audience = audience;
    }

    /**
     * @param until moment up to which events are wanted
     * @param after sequence of the last event the asker has; at most 1,000 events are answered at once
     */
    @GetMapping("/internal/records/{id}/events")
    ResponseEntity<byte[]> events(@PathVariable String id, @RequestParam Instant until,
                                  @RequestParam(defaultValue = "0") long after, Caller caller) {
        if (after < 0) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "after", "number-out-of-range");
        }
        return answer(audience.visible(List.of(id), caller).stream()
                .flatMap(seen -> past.of(seen, after, until, MOST).stream()));
    }

    /**
     * Of several records at once, those of each in order: up to 1,000 of each.
     *
     * @param ids up to 100
     */
    @GetMapping("/internal/records/events")
    ResponseEntity<byte[]> events(@RequestParam("id") List<String> ids, @RequestParam Instant until, Caller caller) {
        if (ids.size() > MOST_RECORDS) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "id", "too-many", MOST_RECORDS);
        }
        Set<String> visible = audience.visible(ids, caller);
        return answer(ids.stream().filter(visible::contains).flatMap(id -> past.of(id, 0, until, MOST).stream()));
    }

    private ResponseEntity<byte[]> answer(Stream<EventEnvelope> events) {
        return ResponseEntity.ok().contentType(BATCH)
                .body(json.writeValueAsBytes(events.map(CloudEvent::of).toList()));
    }

    /** The JSON form of an event; attributes and extensions have the names they have on Kafka. */
    private record CloudEvent(String specversion, String id, String source, String type, String subject, Instant time,
                              String datacontenttype, String sequence, String actor, String reason,
                              String correlationid, String causationid, String traceparent, String origin,
                              @JsonRawValue String data) {

        static CloudEvent of(EventEnvelope event) {
            return new CloudEvent("1.0", event.id(), event.source(), event.type(), event.subject(), event.time(),
                    MediaType.APPLICATION_JSON_VALUE, Long.toString(event.sequence()), event.actor(), event.reason(),
                    event.correlationId(), event.causationId(), event.traceparent(), event.origin(),
                    new String(event.data(), StandardCharsets.UTF_8));
        }
    }
}
