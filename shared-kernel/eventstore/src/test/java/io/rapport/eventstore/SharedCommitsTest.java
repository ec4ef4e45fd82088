package io.rapport.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class SharedCommitsTest {

    @Test
    void everybodyGetsHisOwnAnswerHoweverManyCome() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger mostUnderWay = new AtomicInteger();
        AtomicInteger largest = new AtomicInteger();
        SharedCommits<Integer, Integer> shared = new SharedCommits<>(2, 8, items -> {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            largest.accumulateAndGet(items.size(), Math::max);
            try {
                return items.stream().map(SharedCommitsTest::carriedOut).toList();
            } finally {
                underWay.decrementAndGet();
            }
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < 32; caller++) {
                int first = caller * 1_000;
                callers.add(threads.submit(() -> IntStream.range(first, first + 1_000).forEach(item -> {
                    if (item % 7 == 0) {
                        assertThatThrownBy(() -> shared.carryOut(item)).hasMessage("not " + item);
                    } else {
                        assertThat(shared.carryOut(item)).isEqualTo(-item);
                    }
                })));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        assertThat(mostUnderWay).hasValueLessThanOrEqualTo(2);
        assertThat(largest.get()).isBetween(1, 8);
    }

    @Test
    void whoComesWhileOthersAreUnderWayIsTakenAlongTogether() throws Exception {
        CountDownLatch firstIsUnderWay = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        List<Integer> groups = java.util.Collections.synchronizedList(new ArrayList<>());
        SharedCommits<Integer, Integer> shared = new SharedCommits<>(1, 64, items -> {
            groups.add(items.size());
            firstIsUnderWay.countDown();
            await(firstMayEnd);
            return items.stream().map(SharedCommitsTest::carriedOut).toList();
        });
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> shared.carryOut(1)));
            await(firstIsUnderWay);
            List<Thread> waiting = java.util.Collections.synchronizedList(new ArrayList<>());
            for (int item : List.of(2, 3, 4)) {
                answers.add(threads.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return shared.carryOut(item);
                }));
            }
            org.awaitility.Awaitility.await().until(() -> waiting.size() == 3
                    && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            firstMayEnd.countDown();
            for (int i = 0; i < 4; i++) {
                assertThat(answers.get(i).get()).isEqualTo(-(i + 1));
            }
        }
        assertThat(groups).containsExactly(1, 3);
    }

    @Test
    void whatFailsAsAWholeFailsForEverybodyAndTheNextGoOn() throws Exception {
        SharedCommits<Integer, Integer> shared = new SharedCommits<>(1, 64, items -> {
            if (items.contains(0)) {
                throw new IllegalStateException("gone");
            }
            return items.stream().map(SharedCommitsTest::carriedOut).toList();
        });

        assertThatThrownBy(() -> shared.carryOut(0)).hasMessage("gone");
        assertThat(shared.carryOut(1)).isEqualTo(-1);
    }

    private static SharedCommits.Outcome<Integer> carriedOut(int item) {
        return item % 7 == 0 ? new SharedCommits.Outcome.Failed<>(new IllegalStateException("not " + item))
                : new SharedCommits.Outcome.Done<>(-item);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
