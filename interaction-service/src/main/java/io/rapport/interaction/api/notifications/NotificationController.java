package io.rapport.interaction.api.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.interaction.application.notifications.LiveNotifications;
import io.rapport.interaction.application.notifications.Notification;
import io.rapport.interaction.application.notifications.Notifications;
import io.rapport.web.signin.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.time.Duration;
import java.util.List;

/** What the caller is told: what there is, what is new, what he has read. Everybody has his own and sees no other. */
@RestController
class NotificationController {

    /** Then the client connects again, and is let in anew. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LARGEST = 100;

    private final Notifications notifications;
    private final LiveNotifications live;

    NotificationController(Notifications notifications, LiveNotifications live) {
        this.notifications = notifications;
        this.live = live;
    }

    /** @param next where the page behind begins; null for the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Notification> items, int unread, Long next) {
    }

    /** @param upTo id of the newest that was read */
    record Read(Long upTo) {
    }

    /** The newest first. */
    @GetMapping("/api/notifications")
    Page list(Caller caller, @RequestParam(defaultValue = "20") int size, @RequestParam(required = false) Long before) {
        if (size < 1 || size > LARGEST) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "number-out-of-range");
        }
        List<Notification> items = notifications.newest(caller.name(), before == null ? Long.MAX_VALUE : before, size);
        return new Page(items, notifications.unread(caller.name()), items.size() < size ? null : items.getLast().id());
    }

    @PostMapping("/api/notifications/read")
    ResponseEntity<Void> read(Caller caller, @RequestBody Read body) {
        if (body.upTo() == null) {
            throw Refusal.of(Refusal.Kind.INVALID, "upTo", "required");
        }
        notifications.read(caller.name(), body.upTo());
        return ResponseEntity.noContent().build();
    }

    /** Server-sent events from now on, or, for a client that was connected before, from what it was told last. */
    @GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(Caller caller,
                                      @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        EventStream stream = new EventStream(emitter);
        emitter.onCompletion(() -> live.leave(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> live.leave(stream));
        stream.beat();
        live.listen(caller.name(), idOf(lastEventId), stream);
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static Long idOf(String lastEventId) {
        try {
            return lastEventId == null ? null : Long.valueOf(lastEventId);
        } catch (NumberFormatException notOurs) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "Last-Event-ID", "number-out-of-range");
        }
    }
}
