package io.rapport.standalone;

import io.rapport.embedded.ServerCommand;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One process of the product: started when those it needs answer, started again when it dies, with a growing pause
 * while it keeps dying.
 */
final class ManagedProcess {

    /** Where it stands. */
    enum State { WAITING, STARTING, RUNNING, ENDED, STOPPED }

    /** Makes the command, anew for every start. */
    interface Preparation {
        ServerCommand command() throws IOException;
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);

    private final String name;
    private final Preparation preparation;
    private final BooleanSupplier answers;
    private final List<ManagedProcess> needs;
    private final RotatingLog log;
    private final Runnable changed;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread keeper;
    private volatile State state = State.WAITING;
    private volatile Process process;
    private volatile ServerCommand command;
    private volatile String lastTrouble;

    /**
     * @param needs   processes that must answer before this one is started
     * @param changed told after every change of state or process id
     */
    ManagedProcess(String name, Preparation preparation, BooleanSupplier answers, List<ManagedProcess> needs,
                   RotatingLog log, Runnable changed) {
        this.name = name;
        this.preparation = preparation;
        this.answers = answers;
        this.needs = needs;
        this.log = log;
        this.changed = changed;
        // A platform thread that stays as long as its process: the kernel ends the process together with it.
        this.keeper = Thread.ofPlatform().daemon().name("keeper-" + name).unstarted(this::keep);
    }

    String name() {
        return name;
    }

    State state() {
        return state;
    }

    RotatingLog log() {
        return log;
    }

    /** What went wrong last, if anything did. */
    Optional<String> lastTrouble() {
        return Optional.ofNullable(lastTrouble);
    }

    /** The running process. */
    Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    void start() {
        keeper.start();
    }

    /** Completes when it answers for the first time. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Asks it to stop, kills it when it takes too long, and returns when it is gone. */
    void stop() {
        stopping.countDown();
        ready.cancel(false);
        Process running = process;
        if (running != null) {
            try {
                if (running.isAlive()) {
                    command.stopSignal().sendTo(running.toHandle());
                    if (!running.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                        log.append("Did not stop within " + STOPS_WITHIN.toSeconds() + " s and is killed.");
                        running.destroyForcibly();
                    }
                }
                // Also when it has ended by itself: its keeper may be about to start it once more.
                keeper.join(STOPS_WITHIN);
            } catch (InterruptedException interrupted) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        change(State.STOPPED);
    }

    private void keep() {
        try {
            CompletableFuture.allOf(needs.stream().map(ManagedProcess::ready).toArray(CompletableFuture[]::new)).join();
        } catch (RuntimeException stoppedBefore) {
            return;
        }
        Duration pause = FIRST_PAUSE;
        try {
            while (!isStopping()) {
                Instant begun = Instant.now();
                String end = runOnce();
                if (isStopping()) {
                    return;
                }
                lastTrouble = end;
                pause = Instant.now().isAfter(begun.plus(STABLE)) ? FIRST_PAUSE : pause;
                log.append(name + " " + end + "; starting again in " + pause.toSeconds() + " s");
                change(State.ENDED);
                stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String runOnce() throws InterruptedException {
        change(State.STARTING);
        Process started;
        try {
            command = preparation.command();
            if (isStopping()) {
                return "was stopped";
            }
            started = command.endingWithItsStarter().start();
        } catch (IOException | RuntimeException failed) {
            return "cannot be started: " + failed.getMessage();
        }
        process = started;
        if (isStopping()) {
            // Who asked may have looked before it was there.
            command.stopSignal().sendTo(started.toHandle());
        }
        log.copyInBackground(started.getInputStream());
        change(State.STARTING);
        while (started.isAlive() && !isStopping() && !answers.getAsBoolean()) {
            started.waitFor(200, TimeUnit.MILLISECONDS);
        }
        if (started.isAlive() && !isStopping()) {
            change(State.RUNNING);
            ready.complete(null);
        }
        return "ended with " + started.waitFor();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void change(State next) {
        state = next;
        changed.run();
    }
}
