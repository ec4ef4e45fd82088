package io.rapport.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.rapport.contracts.rights.Role;

/** Names of what is stored beside every event. All values are text, so that any serializer reads them. */
public final class EventMetaData {

    public static final String ACTOR = "actor";
    public static final String REASON = "reason";
    public static final String SOURCE = "source";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String TRACEPARENT = "traceparent";

    /** Only beside commands: codes, separated by commas. */
    public static final String ROLES = "roles";

    private EventMetaData() {
    }

    static Map<String, String> of(CommandContext context) {
        Map<String, String> values = HashMap.newHashMap(7);
        values.put(ACTOR, context.actor());
        values.put(SOURCE, context.source());
        values.put(CORRELATION_ID, context.correlationId());
        if (context.reason() != null) {
            values.put(REASON, context.reason());
        }
        if (context.traceparent() != null) {
            values.put(TRACEPARENT, context.traceparent());
        }
        if (!context.roles().isEmpty()) {
            values.put(ROLES, context.roles().stream().map(Role::code).sorted().collect(Collectors.joining(",")));
        }
        return values;
    }
}
