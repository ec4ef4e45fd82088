package io.rapport.eventstore;

import java.util.Objects;

import io.rapport.web.signin.Caller;

/**
 * Who asks for a command, why, and as part of what. All but {@code caller} is kept with every event that the command
 * leads to.
 *
 * @param actor         user or client, as the token names it
 * @param reason        why, in the words of the actor; null where none was given
 * @param source        how it came in, for example {@code request} or {@code import <jobId> row 12}
 * @param correlationId id that everything caused by one request or job shares
 * @param traceparent   W3C trace context to continue; null where nothing is traced
 * @param caller        whose rights decide; null for the platform itself, which may everything
 */
public record CommandContext(String actor, String reason, String source, String correlationId, String traceparent,
                             Caller caller) {

    public CommandContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /** Of the platform itself. */
    public CommandContext(String actor, String reason, String source, String correlationId, String traceparent) {
        this(actor, reason, source, correlationId, traceparent, null);
    }

    /** Of somebody who signed in. */
    public static CommandContext of(Caller caller, String reason, String source, String correlationId,
                                    String traceparent) {
        return new CommandContext(caller.name(), reason, source, correlationId, traceparent, caller);
    }
}
