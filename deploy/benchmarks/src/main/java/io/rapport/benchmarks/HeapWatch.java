package io.rapport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Looks at the heap of a running service, as its metrics tell it. */
final class HeapWatch {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final URI metrics;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param managementPort of the service */
    HeapWatch(int managementPort) {
        metrics = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
    }

    /** Work that may fail to read or write. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * What was used, in megabytes.
     *
     * @param first most in the first half of the work
     * @param last  most in the second half: the same if the heap is flat
     * @param limit most there can be
     */
    record Seen(long first, long last, long limit) {

        @Override
        public String toString() {
            return "at most %d MB in the first half, %d in the second, of %d".formatted(first, last, limit);
        }
    }

    Seen during(Work work) throws IOException {
        List<Long> used = new ArrayList<>();
        try (var timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
            var looking = timer.scheduleWithFixedDelay(() -> used.add(heap("jvm_memory_used_bytes")), 0,
                    EVERY.toMillis(), TimeUnit.MILLISECONDS);
            try {
                work.run();
            } finally {
                looking.cancel(false);
            }
        }
        return new Seen(most(used.subList(0, used.size() / 2)), most(used.subList(used.size() / 2, used.size())),
                heap("jvm_memory_max_bytes"));
    }

    private static long most(List<Long> used) {
        return used.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private long heap(String metric) {
        try {
            return (long) http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines()).body()
                    .filter(line -> line.startsWith(metric + "{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum() >> 20;
        } catch (IOException notNow) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
