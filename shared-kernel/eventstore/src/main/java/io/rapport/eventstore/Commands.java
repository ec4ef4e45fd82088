package io.rapport.eventstore;

import io.rapport.contracts.refusal.Refusal;

/**
 * Carries out one command on one aggregate, in a transaction of its own. The caller waits until it is on disk.
 *
 * <p>A command is handled by the aggregate that has a {@code @CommandHandler} for its class. A command that names the
 * version it expects ({@code @TargetAggregateVersion}) is refused when the record has moved on; one that does not is
 * tried again when another writer was faster.
 */
public interface Commands {

    /**
     * @return the record and its version; the same version as before when the command changed nothing
     * @throws Refusal {@link Refusal.Kind#UNKNOWN UNKNOWN} with code {@code unknown} when there is no such
     *                 record, {@link Refusal.Kind#OUTDATED OUTDATED} with code {@code outdated} when it has
     *                 changed since the expected version, {@link Refusal.Kind#CONFLICT CONFLICT} with code
     *                 {@code record-busy} when others got in the way again and again, and whatever the aggregate refuses
     */
    Recorded execute(Object command, CommandContext context);

    /**
     * As {@link #execute}, but at most once for each key of an actor: the key is written in the command's own
     * transaction. A repetition waits for a first that is under way and gives its result again; a command that was
     * refused leaves no key.
     *
     * @param idempotencyKey chosen by the client
     * @param requestDigest  tells one request from another, for example a SHA-256 over method, path and body
     * @throws Refusal as {@link #execute}, and {@link Refusal.Kind#INVALID INVALID} with field
     *                 {@code Idempotency-Key} and code {@code idempotency-key-reused} when the key came with another
     *                 request before
     */
    Recorded executeOnce(String idempotencyKey, String requestDigest, Object command, CommandContext context);

    /** The same, each command that changes something being seen before it is committed. */
    Commands witnessedBy(CommandWitness witness);
}
