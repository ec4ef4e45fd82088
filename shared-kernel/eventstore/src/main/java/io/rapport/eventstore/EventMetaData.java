package io.rapport.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rapport.contracts.rights.Role;
import io.rapport.web.signin.Caller;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Names of what is stored beside every event: all of it text, so that any serializer reads it. */
public final class EventMetaData {

    public static final String ACTOR = "actor";
    public static final String REASON = "reason";
    public static final String SOURCE = "source";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String TRACEPARENT = "traceparent";

    /** Only beside commands: codes, separated by commas. */
    public static final String ROLES = "roles";

    /** Only beside commands: a {@link Caller}; absent for the platform itself. */
    private static final String CALLER = "caller";

    static final Set<String> COMMAND_ONLY = Set.of(ROLES, CALLER);

    private EventMetaData() {
    }

    /** Whose rights decide about the command that this thread carries out; null for the platform itself. */
    public static Caller currentCaller() {
        return CurrentUnitOfWork.isStarted() ? callerOf(CurrentUnitOfWork.get().getMessage()) : null;
    }

    static String codes(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(","));
    }

    static Caller callerOf(Message<?> command) {
        return (Caller) command.getMetaData().get(CALLER);
    }

    static Map<String, Object> of(CommandContext context) {
        Map<String, Object> values = HashMap.newHashMap(8);
        values.put(ACTOR, context.actor());
        values.put(SOURCE, context.source());
        values.put(CORRELATION_ID, context.correlationId());
        if (context.reason() != null) {
            values.put(REASON, context.reason());
        }
        if (context.traceparent() != null) {
            values.put(TRACEPARENT, context.traceparent());
        }
        if (context.caller() != null) {
            values.put(CALLER, context.caller());
            values.put(ROLES, codes(context.caller().roles()));
        }
        return values;
    }
}
