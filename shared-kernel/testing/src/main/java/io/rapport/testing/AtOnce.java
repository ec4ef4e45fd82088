package io.rapport.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same call from many threads at the same time. */
public final class AtOnce {

    private AtOnce() {
    }

    /**
     * @return the results of all calls
     * @throws ExecutionException when one of them failed
     */
    public static <T> List<T> call(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> calls = IntStream.range(0, times).mapToObj(i -> threads.submit(call)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> running : calls) {
                results.add(running.get());
            }
            return results;
        }
    }
}
