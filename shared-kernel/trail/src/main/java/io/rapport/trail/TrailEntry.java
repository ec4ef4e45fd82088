package io.rapport.trail;

import io.rapport.web.request.RequestContext;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One act, told before it happens. Holds no personal data but the name of who acts.
 *
 * @param id        tells a message that comes twice
 * @param at        when, in milliseconds
 * @param who       user name, or the client's id where a program speaks for itself
 * @param action    name of a {@link TrailAction}, of this version or a later one
 * @param kind      of the records, for example {@code customer}; null where the act is about no records
 * @param records   their ids, at most {@value #MOST_RECORDS}; of more, {@code details} tells how many
 * @param details   names and values that say more, such as {@code format} or {@code count}; never personal data
 * @param requestId correlation id of the request
 */
public record TrailEntry(String id, Instant at, String who, String action, String kind, List<String> records,
                         Map<String, String> details, String requestId) {

    public static final int MOST_RECORDS = 200;

    private static final int MOST_DETAILS = 20;
    private static final int LONGEST_DETAIL = 500;
    /** Of a record, or of a setting such as {@code user:zhangsan}. */
    private static final Pattern RECORD_ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z-]{1,20}:[\\p{L}\\p{M}\\p{N}@._/-]{1,100}");

    /** @throws IllegalArgumentException if there are more records or longer details than an entry takes */
    public TrailEntry {
        Objects.requireNonNull(id, "id");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(action, "action");
        records = List.copyOf(records);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        if (records.size() > MOST_RECORDS || details.size() > MOST_DETAILS
                || details.values().stream().anyMatch(value -> value.length() > LONGEST_DETAIL)) {
            throw new IllegalArgumentException("too much for one entry of the trail: " + action);
        }
    }

    /** An act of the caller, about to happen; ids that cannot be any are left out, whatever a client put there. */
    public static TrailEntry of(TrailAction action, RequestContext request, String kind, Collection<String> records,
                                Map<String, String> details) {
        return of(action, request.caller().name(), request.correlationId(), kind, records, details);
    }

    /** An act of somebody, about to happen; ids that cannot be any are left out. */
    public static TrailEntry of(TrailAction action, String who, String requestId, String kind,
                                Collection<String> records, Map<String, String> details) {
        return new TrailEntry(UUID.randomUUID().toString(), Instant.now(), who, action.name(), kind,
                records.stream().filter(id -> id != null && RECORD_ID.matcher(id).matches()).toList(), details, requestId);
    }
}
