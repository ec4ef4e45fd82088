package io.rapport.eventstore;

import io.rapport.eventstore.CommandTargets.Handled;

/** Commands that come at the same time share a transaction; those with a key or inside another transaction do not. */
final class AggregateCommands implements Commands {

    /** While one group waits for the disk the next one is decided. */
    private static final int GROUPS_AT_ONCE = 2;
    private static final int LARGEST_GROUP = 64;

    private final SingleCommands single;
    private final SharedCommits<BatchItem, Handled> shared;
    private final CommandMetrics metrics;

    AggregateCommands(SingleCommands single, AggregateCommandBatch batch, CommandMetrics metrics) {
        this.single = single;
        this.shared = new SharedCommits<>(GROUPS_AT_ONCE, LARGEST_GROUP, batch::executeForStrangers);
        this.metrics = metrics;
    }

    @Override
    public Recorded execute(Object command, CommandContext context) {
        return metrics.timed(command, () -> Collisions.mayTryAgain()
                ? shared.carryOut(new BatchItem(command, context))
                : single.handle(command, context)).recorded();
    }

    @Override
    public Commands witnessedBy(CommandWitness witness) {
        return new WitnessedCommands(single, metrics, witness);
    }

    @Override
    public Recorded executeOnce(String idempotencyKey, String requestDigest, Object command, CommandContext context) {
        return metrics.timed(command,
                () -> single.handleOnce(idempotencyKey, requestDigest, command, context, _ -> { })).recorded();
    }
}
