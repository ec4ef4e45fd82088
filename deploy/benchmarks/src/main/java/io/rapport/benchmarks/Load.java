package io.rapport.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Runs one operation again and again from a number of clients, each waiting for its answer before it goes on. */
final class Load {

    /** What a client does; {@code client} counts from 0, {@code turn} counts the client's calls from 0. */
    @FunctionalInterface
    interface Operation {
        void run(int client, int turn) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param clients   how many clients ran at once
     * @param perSecond completed operations per second, of all clients together
     * @param p50       median of the time of one operation, in milliseconds
     * @param p95       95th percentile in milliseconds
     * @param p99       99th percentile in milliseconds
     */
    record Result(int clients, double perSecond, double p50, double p95, double p99) {
    }

    private Load() {
    }

    /**
     * @throws IllegalStateException if an operation fails: a benchmark of failures measures nothing
     */
    static Result run(int clients, Duration duration, Operation operation) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        var all = new Histogram(3);
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("client-", 0).factory())) {
            var running = new ArrayList<Future<Histogram>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(threads.submit(() -> repeat(number, end, operation)));
            }
            for (var one : running) {
                all.add(one.get());
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("an operation under load failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(clients, all.getTotalCount() / seconds, millis(all, 50), millis(all, 95), millis(all, 99));
    }

    private static Histogram repeat(int client, long end, Operation operation) throws Exception {
        var times = new Histogram(3);
        for (int turn = 0; System.nanoTime() < end; turn++) {
            long before = System.nanoTime();
            operation.run(client, turn);
            times.recordValue(System.nanoTime() - before);
        }
        return times;
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }
}
