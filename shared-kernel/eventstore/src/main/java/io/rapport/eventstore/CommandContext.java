package io.rapport.eventstore;

import java.util.Objects;
import java.util.Set;

import io.rapport.contracts.rights.Role;

/**
 * Who asks for a command, why, and as part of what. It is kept with every event that the command leads to.
 *
 * @param actor         user or client, as the token names it
 * @param reason        why, in the words of the actor; null where none was given
 * @param source        how it came in, for example {@code request} or {@code import <jobId> row 12}
 * @param correlationId id that everything caused by one request or job shares
 * @param traceparent   W3C trace context to continue; null where nothing is traced
 * @param roles         of the actor, for rules that ask for them; empty where they are not known. Not kept with events
 */
public record CommandContext(String actor, String reason, String source, String correlationId, String traceparent,
                             Set<Role> roles) {

    public CommandContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(correlationId, "correlationId");
        roles = Set.copyOf(roles);
    }

    /** Of an actor whose roles are not known. */
    public CommandContext(String actor, String reason, String source, String correlationId, String traceparent) {
        this(actor, reason, source, correlationId, traceparent, Set.of());
    }
}
