package io.rapport.eventstore;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandTargets.Handled;
import org.axonframework.commandhandling.CommandMessage;

/** One command in a transaction of its own, tried again when another writer was faster. */
final class SingleCommands {

    private static final int ATTEMPTS = 10;

    private final CommandTargets targets;
    private final CommandUnitOfWork unitOfWork;
    private final IdempotencyKeys keys;

    SingleCommands(CommandTargets targets, CommandUnitOfWork unitOfWork, IdempotencyKeys keys) {
        this.targets = targets;
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    Handled handle(Object command, CommandContext context) {
        return handle(command, context, _ -> { });
    }

    /** @param beforeCommit is told each time that the command has been decided; what it throws takes it back */
    Handled handle(Object command, CommandContext context, Consumer<Handled> beforeCommit) {
        return retrying(command, () -> {
            CommandMessage<?> message = CommandUnitOfWork.message(command, context);
            return unitOfWork.run(message, () -> decided(message, beforeCommit));
        });
    }

    Handled handleOnce(String idempotencyKey, String requestDigest, Object command, CommandContext context,
                       Consumer<Handled> beforeCommit) {
        return retrying(command, () -> {
            CommandMessage<?> message = CommandUnitOfWork.message(command, context);
            return unitOfWork.run(message,
                    () -> once(idempotencyKey, requestDigest, context.actor(), message, beforeCommit));
        });
    }

    private Handled decided(CommandMessage<?> message, Consumer<Handled> beforeCommit) throws Exception {
        Handled handled = targets.handle(message);
        beforeCommit.accept(handled);
        return handled;
    }

    private Handled once(String key, String digest, String actor, CommandMessage<?> message,
                         Consumer<Handled> beforeCommit) throws Exception {
        var earlier = keys.claim(actor, key, digest);
        if (earlier.isPresent()) {
            return new Handled(earlier.get(), false);
        }
        Handled handled = decided(message, beforeCommit);
        keys.complete(actor, key, handled.recorded());
        return handled;
    }

    private static Handled retrying(Object command, Supplier<Handled> attempt) {
        for (int failed = 0; ; ) {
            try {
                return attempt.get();
            } catch (RuntimeException failure) {
                if (!Collisions.isCollision(failure) || !Collisions.mayTryAgain()) {
                    throw failure;
                }
                if (CommandAddress.expectsVersion(command)) {
                    throw CommandTargets.outdated();
                }
                if (++failed == ATTEMPTS) {
                    throw busy();
                }
                pause(failed);
            }
        }
    }

    private static void pause(int failed) {
        try {
            // At random, so that those who collided do not collide again.
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L << failed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refusal busy() {
        return Refusal.of(Refusal.Kind.CONFLICT, "", "record-busy");
    }
}
