package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.card.CardImporter;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whatever happens to runners, each row of a file is dealt with exactly once. */
class JobRunnerTest extends RunningJobs {

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        JobRunner runner = started(commandBatch);

        Job first = done(bench.submit(importer, runner, JobTestBench.cards(130), false));
        Job second = done(bench.submit(importer, runner, JobTestBench.cards(130), false));
        Job third = done(bench.submit(importer, runner, JobTestBench.cards(130).replace("text 7\n", "new\n"), false));

        assertCounts(first, 130, 130, 0, 0, 0);
        assertCounts(second, 130, 0, 0, 130, 0);
        assertCounts(third, 130, 0, 1, 129, 0);
        assertThat(bench.written(importer)).hasSize(130).allSatisfy((number, times) -> assertThat(times).isOne());
        assertThat(database.sql("SELECT count(*) FROM job_file_part WHERE job_id = ?").param(first.id())
                .query(Long.class).single()).isZero();
    }

    @Test
    void refusedRowsAreKeptWithLineAndReason() throws IOException {
        String csv = "编号,内容\n1,a\n2,bad\n\n3\n,x\n2,good\n1,b\n1,a\n";

        Job job = done(bench.submit(importer, started(commandBatch), csv, false));

        assertCounts(job, 7, 2, 0, 1, 4);
        List<RefusedRow> refused = new ArrayList<>();
        new RefusedRows(database).forEach(job.id(), refused::add);
        assertThat(refused).containsExactly(
                new RefusedRow(3, List.of("2", "bad"), List.of(FieldError.of("text", "text-bad"))),
                new RefusedRow(5, List.of("3"), List.of(FieldError.of("", "row-ragged", 2, 1))),
                new RefusedRow(6, List.of("", "x"), List.of(FieldError.of("number", "required"))),
                new RefusedRow(8, List.of("1", "b"), List.of(FieldError.of("", "row-contradicts-line", 2))));
    }

    @Test
    void aDryRunCountsTheSameAndRecordsNothing() throws IOException {
        String csv = JobTestBench.cards(90) + "5,text 5\n6,other\n200,bad\n";
        JobRunner runner = started(commandBatch);

        Job rehearsed = done(bench.submit(importer, runner, csv, true));
        assertThat(bench.written(importer)).isEmpty();
        Job real = done(bench.submit(importer, runner, csv, false));

        assertCounts(rehearsed, 93, 90, 0, 1, 2);
        assertCounts(real, 93, 90, 0, 1, 2);
    }

    @Test
    void aDryRunTellsWhatItWouldChangeOfTheFirstRows() throws IOException {
        JobRunner runner = started(commandBatch);
        done(bench.submit(importer, runner, JobTestBench.cards(1_100), false));
        RehearsedChanges changes = new RehearsedChanges(database);

        Job some = done(bench.submit(importer, runner,
                JobTestBench.cards(3).replace("text 1\n", "other\n") + "2000,fresh\n2,bad\n", true));
        Job all = done(bench.submit(importer, runner, JobTestBench.cards(1_100).replace("text", "new"), true));

        assertCounts(some, 5, 1, 1, 2, 1);
        assertThat(changes.after(some.id(), 0, 10)).singleElement().satisfies(change -> {
            assertThat(change.line()).isEqualTo(3);
            assertThat(change.recordId()).isEqualTo(bench.cards(importer).get("1"));
            assertThat(change.number()).isEqualTo("1");
            assertThat(change.fields()).extracting(Object::toString)
                    .containsExactly("FieldChange[field=text, old=\"text 1\", now=\"other\"]");
        });
        assertCounts(all, 1_100, 0, 1_100, 0, 0);
        assertThat(changes.after(all.id(), 0, 2_000)).hasSize(RehearsedChanges.MOST)
                .extracting(RehearsedChange::line).isSorted();
        assertThat(changes.after(all.id(), 999, 2)).extracting(RehearsedChange::line).containsExactly(1_000L, 1_001L);
        assertThat(bench.text(bench.cards(importer).get("1"))).isEqualTo("text 1");
        changes.forget(Duration.ZERO);
        assertThat(changes.after(all.id(), 0, 1)).isEmpty();
    }

    @Test
    void aRunnerThatDiesInsideABatchIsReplacedWithoutLossOrRepetition() throws IOException {
        AtomicInteger batches = new AtomicInteger();
        JobRunner mortal = started(items -> {
            var outcomes = commandBatch.execute(items);
            if (batches.incrementAndGet() == 3) {
                throw killed();
            }
            return outcomes;
        });
        String id = bench.submit(importer, mortal, JobTestBench.cards(200), false);
        await().until(() -> batches.get() == 3);
        assertThat(bench.jobs.find(id)).hasValueSatisfying(job ->
                assertThat(job.progress().done()).isEqualTo(job.progress().created()).isPositive().isLessThan(200));

        started(commandBatch);

        assertCounts(done(id), 200, 200, 0, 0, 0);
        assertThat(bench.written(importer)).hasSize(200).allSatisfy((number, times) -> assertThat(times).isOne());
    }

    @Test
    void aRunnerThatWakesUpTooLateCommitsNothing() throws IOException, InterruptedException {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        AtomicInteger rows = new AtomicInteger();
        CardImporter sleepy = new CardImporter(importer.recordKind(), database, () -> {
            if (rows.incrementAndGet() == 60) {
                asleep.countDown();
                waitFor(wake);
            }
        });
        String id = bench.submit(importer, started(sleepy, commandBatch), JobTestBench.cards(120), false);
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();

        started(commandBatch);
        Job job = done(id);
        wake.countDown();
        runners.getFirst().stop();

        assertCounts(job, 120, 120, 0, 0, 0);
        assertThat(bench.jobs.find(id)).contains(job);
        assertThat(bench.written(importer)).hasSize(120).allSatisfy((number, times) -> assertThat(times).isOne());
    }

    @Test
    void collisionsAreRetriedAndDoNotRefuseRows() throws IOException {
        AtomicInteger failures = new AtomicInteger(10);
        JobRunner runner = started(items -> {
            if (items.size() > 1 && failures.getAndDecrement() > 0) {
                throw new CannotAcquireLockException("another writer was faster");
            }
            return commandBatch.execute(items);
        });

        assertCounts(done(bench.submit(importer, runner, JobTestBench.cards(100), false)), 100, 100, 0, 0, 0);
    }

    @Test
    void aFaultThatRepetitionDoesNotMendFailsTheJobWhichCanBeResumed() throws IOException {
        JobRunner broken = started(items -> {
            throw new IllegalStateException("broken");
        });
        String id = bench.submit(importer, broken, JobTestBench.cards(3), false);
        await().until(() -> state(id) == JobState.FAILED);
        broken.stop();

        bench.jobs.resume(id);
        started(commandBatch);

        assertCounts(done(id), 3, 3, 0, 0, 0);
    }

    @Test
    void aJobStopsBetweenBatchesAndGoesOn() throws IOException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger rows = new AtomicInteger();
        CardImporter slow = new CardImporter(importer.recordKind(), database, () -> {
            if (rows.incrementAndGet() == 50) {
                waitFor(go);
            }
        });
        JobRunner runner = started(slow, commandBatch);
        String id = bench.submit(slow, runner, JobTestBench.cards(120), false);
        await().until(() -> rows.get() == 50);

        assertThat(bench.jobs.stop(id).stopRequested()).isTrue();
        go.countDown();
        await().until(() -> state(id) == JobState.STOPPED);
        Job stopped = bench.jobs.find(id).orElseThrow();
        assertThat(stopped.progress().done()).isEqualTo(40);

        bench.jobs.resume(id);
        assertCounts(done(id), 120, 120, 0, 0, 0);
        assertThatThrownBy(() -> bench.jobs.stop(id)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void anIdempotencyKeyNamesOneJob() throws IOException {
        JobRunner runner = bench.runner(importer, commandBatch);
        Imports imports = new Imports(new org.springframework.transaction.support.TransactionTemplate(transactions),
                bench.jobs, bench.files, runner, bench.trail);
        String key = importer.recordKind();

        String first = imports.submit(importer, JobTestBench.request(JobTestBench.cards(2), false, key, "digest"));
        String again = imports.submit(importer, JobTestBench.request(JobTestBench.cards(2), false, key, "digest"));

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() ->
                imports.submit(importer, JobTestBench.request(JobTestBench.cards(2), false, key, "other")))
                .isInstanceOf(Refusal.class).hasMessageContaining("idempotency-key-reused");
    }

    private static void assertCounts(Job job, long total, long created, long updated, long unchanged, long refused) {
        Job.Progress progress = job.progress();
        assertThat(List.of(progress.total(), progress.done(), progress.created(), progress.updated(),
                progress.unchanged(), progress.refused()))
                .containsExactly(total, total, created, updated, unchanged, refused);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
