package io.rapport.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Lets items that arrive at the same time be carried out together: whoever comes while nobody is at work leads, and takes
 * along all who wait by then; the others sleep until theirs is done. Alone, an item is carried out at once and on its own
 * thread: nobody waits for company. Under load one commit, and one wait for the disk, serves many.
 *
 * @param <T> an item
 * @param <R> what it comes to
 */
final class SharedCommits<T, R> {

    private final int most;
    private final Function<List<T>, List<Outcome<R>>> together;
    private final Semaphore leaders;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();

    /** What one item came to. */
    sealed interface Outcome<R> {

        record Done<R>(R result) implements Outcome<R> {
        }

        record Failed<R>(RuntimeException failure) implements Outcome<R> {
        }
    }

    /**
     * @param leaders  how many groups may be under way at once
     * @param most     largest group
     * @param together carries out a group and answers with one outcome for each item, in the same order
     */
    SharedCommits(int leaders, int most, Function<List<T>, List<Outcome<R>>> together) {
        this.leaders = new Semaphore(leaders);
        this.most = most;
        this.together = together;
    }

    /** Returns when the item has been carried out, by this thread or another. */
    R carryOut(T item) {
        Waiting<T, R> own = new Waiting<>(item, Thread.currentThread());
        queue.add(own);
        boolean interrupted = false;
        while (own.outcome == null) {
            if (leaders.tryAcquire()) {
                try {
                    lead();
                } finally {
                    leaders.release();
                }
                wakeNext();
            } else {
                LockSupport.park(this);
                // The item may be half done by another thread: it cannot be left, only be told of later.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (own.outcome) {
            case Outcome.Done<R>(R result) -> result;
            case Outcome.Failed<R>(RuntimeException failure) -> throw failure;
        };
    }

    private void lead() {
        List<Waiting<T, R>> group = new ArrayList<>();
        for (Waiting<T, R> next; group.size() < most && (next = queue.poll()) != null; ) {
            group.add(next);
        }
        if (group.isEmpty()) {
            return;
        }
        List<Outcome<R>> outcomes;
        try {
            outcomes = together.apply(group.stream().map(Waiting::item).toList());
        } catch (RuntimeException | Error failure) {
            RuntimeException cause = failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
            outcomes = group.stream().<Outcome<R>>map(_ -> new Outcome.Failed<>(cause)).toList();
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).end(outcomes.get(i));
        }
    }

    /** Who queued while all leaders were busy sleeps; after them it is its turn to lead. */
    private void wakeNext() {
        Waiting<T, R> next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private static final class Waiting<T, R> {

        private final T item;
        private final Thread thread;
        private volatile Outcome<R> outcome;

        Waiting(T item, Thread thread) {
            this.item = item;
            this.thread = thread;
        }

        T item() {
            return item;
        }

        void end(Outcome<R> result) {
            outcome = result;
            LockSupport.unpark(thread);
        }
    }
}
