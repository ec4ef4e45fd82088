package io.rapport.interaction.api.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.interaction.application.calendar.CalendarFeeds;
import io.rapport.interaction.application.calendar.PrivateCalendar;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Lets a user's calendar program read his tasks at a secret address, which he opens and ends. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final PrivateCalendar calendar;
    private final ReadingLimit limit = new ReadingLimit();

    CalendarController(CalendarFeeds feeds, PrivateCalendar calendar) {
        this.feeds = feeds;
        this.calendar = calendar;
    }

    /** @param url told this once */
    record Opened(String url) {
    }

    /** @param since null while there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feed(boolean open, Instant since) {
    }

    /** Opens the caller's feed at a new address; the one before answers no longer. */
    @PostMapping("/api/calendar/feed")
    ResponseEntity<Opened> open(Caller caller) {
        String url = "/api/calendar/" + feeds.open(caller) + ".ics";
        return ResponseEntity.created(URI.create("/api/calendar/feed")).cacheControl(CacheControl.noStore())
                .body(new Opened(url));
    }

    @GetMapping("/api/calendar/feed")
    Feed feed(Caller caller) {
        return feeds.openSince(caller.name()).map(since -> new Feed(true, since)).orElse(new Feed(false, null));
    }

    @DeleteMapping("/api/calendar/feed")
    ResponseEntity<Void> revoke(Caller caller) {
        feeds.revoke(caller.name());
        return ResponseEntity.noContent().build();
    }

    /** The address itself is what lets in. */
    @GetMapping("/api/calendar/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        Duration wait = limit.take(secret);
        if (wait.isPositive()) {
            throw ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").retryAfter(wait);
        }
        String file = calendar.read(secret).orElseThrow(() -> {
            limit.missed();
            return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        });
        return ResponseEntity.ok().contentType(CALENDAR).cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rapport.ics\"").body(file);
    }
}
