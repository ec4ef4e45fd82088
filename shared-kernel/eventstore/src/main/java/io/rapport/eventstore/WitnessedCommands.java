package io.rapport.eventstore;

import io.rapport.eventstore.CommandTargets.Handled;

import java.util.function.Consumer;
import java.util.function.Function;

/** Commands that somebody sees before they are committed. They share no transaction: nobody else waits for the witness. */
final class WitnessedCommands implements Commands {

    private final SingleCommands single;
    private final CommandMetrics metrics;
    private final CommandWitness witness;

    WitnessedCommands(SingleCommands single, CommandMetrics metrics, CommandWitness witness) {
        this.single = single;
        this.metrics = metrics;
        this.witness = witness;
    }

    @Override
    public Recorded execute(Object command, CommandContext context) {
        return witnessed(command, beforeCommit -> single.handle(command, context, beforeCommit));
    }

    @Override
    public Recorded executeOnce(String idempotencyKey, String requestDigest, Object command, CommandContext context) {
        return witnessed(command, beforeCommit ->
                single.handleOnce(idempotencyKey, requestDigest, command, context, beforeCommit));
    }

    @Override
    public Commands witnessedBy(CommandWitness another) {
        return new WitnessedCommands(single, metrics, another);
    }

    private Recorded witnessed(Object command, Function<Consumer<Handled>, Handled> work) {
        boolean[] seen = {false};
        try {
            return metrics.timed(command, () -> work.apply(handled -> {
                if (handled.changed() && !seen[0]) {
                    witness.beforeCommit(handled.recorded());
                    seen[0] = true;
                }
            })).recorded();
        } catch (RuntimeException | Error failure) {
            if (seen[0]) {
                witness.notConfirmed();
            }
            throw failure;
        }
    }
}
