package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Commands;
import io.rapport.jobs.card.Card;
import io.rapport.trail.TrailEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** What a job did is taken back exactly, and what somebody touched since is left; whatever happens to runners. */
class JobUndoTest extends RunningJobs {

    @Autowired Commands commands;

    @Test
    void whatJobsDoIsNotedBeforeTheyAreQueued() throws IOException {
        JobRunner runner = started(commandBatch);
        Job imported = done(bench.submit(importer, runner, JobTestBench.cards(3), false));
        done(bench.submit(importer, runner, JobTestBench.cards(3), true));
        Map<String, Long> cards = new HashMap<>();
        bench.cards(importer).values().forEach(id -> cards.put(id, 1L));
        String batch = done(bench.batch(importer, runner, "other", cards)).id();
        done(bench.undo(batch, runner));

        assertThat(bench.trail.entries).extracting(TrailEntry::action)
                .containsExactly("IMPORTED", "BATCH_CHANGED", "UNDONE");
        assertThat(bench.trail.entries).allSatisfy(entry -> assertThat(entry.who()).isEqualTo("zhangsan"));
        assertThat(bench.trail.entries.getFirst().details()).containsEntry("job", imported.id()).containsEntry("rows", "3");
        assertThat(bench.trail.entries.get(1).records()).containsExactlyInAnyOrderElementsOf(cards.keySet());
        assertThat(bench.trail.entries.get(2).details()).containsEntry("job", batch);
    }

    @Test
    void whatCannotBeNotedIsNotQueued() throws IOException {
        JobRunner runner = started(commandBatch);
        Job imported = done(bench.submit(importer, runner, JobTestBench.cards(2), false));
        long before = jobs();
        bench.trail.away = true;

        assertThatThrownBy(() -> bench.submit(importer, runner, JobTestBench.cards(2), false));
        assertThatThrownBy(() -> bench.batch(importer, runner, "other", Map.of("any", 1L)));
        assertThatThrownBy(() -> bench.undo(imported.id(), runner));

        assertThat(jobs()).isEqualTo(before);
        assertThat(bench.jobs.find(imported.id()).orElseThrow().undoneBy()).isNull();
    }

    private long jobs() {
        return database.sql("SELECT count(*) FROM job").query(Long.class).single();
    }

    @Test
    void anImportIsTakenBackAndMayComeAgain() throws IOException {
        JobRunner runner = started(commandBatch);
        done(bench.submit(importer, runner, "编号,内容\n1,old\n", false));
        String csv = "编号,内容\n1,new\n2,made\n1,new\n";
        String job = bench.submit(importer, runner, csv, false);
        done(job);
        String changed = bench.cards(importer).get("1");

        String undo = bench.undo(job, runner);

        assertThat(done(undo).progress()).satisfies(progress -> {
            assertThat(progress.total()).isEqualTo(2);
            assertThat(progress.updated()).isEqualTo(2);
        });
        Job undone = bench.jobs.find(job).orElseThrow();
        assertThat(undone.state()).isEqualTo(JobState.UNDONE);
        assertThat(undone.undoneBy()).isEqualTo(undo);
        assertThat(bench.cards(importer)).containsOnlyKeys("1");
        assertThat(bench.text(changed)).isEqualTo("old");
        assertThat(bench.undo(job, runner)).as("asked for again").isEqualTo(undo);

        Job again = done(bench.submit(importer, runner, csv, false));
        assertThat(again.progress().created()).isEqualTo(1);
        assertThat(again.progress().updated()).isEqualTo(1);
    }

    @Test
    void whatSomebodyTouchedSinceIsLeftWithTheReason() throws IOException {
        JobRunner runner = started(commandBatch);
        String job = bench.submit(importer, runner, "编号,内容\n1,a\n2,keep me\n3,c\n", false);
        done(job);
        Map<String, String> cards = bench.cards(importer);
        reword(cards.get("1"), "newer");

        Job undo = done(bench.undo(job, runner));

        assertThat(undo.progress().refused()).isEqualTo(2);
        List<RefusedRow> left = new ArrayList<>();
        new RefusedRows(database).forEach(undo.id(), left::add);
        assertThat(left).extracting(RefusedRow::cells, RefusedRow::errors).containsExactlyInAnyOrder(
                tuple(List.of(cards.get("1"), "2"),
                        List.of(FieldError.of("", "undo-record-touched"))),
                tuple(List.of(cards.get("2"), "3"),
                        List.of(FieldError.of("", "card-kept"))));
        assertThat(bench.cards(importer)).containsOnlyKeys("1", "2");
        assertThat(bench.text(cards.get("1"))).isEqualTo("newer");
    }

    @Test
    void whatSomebodyTouchedWhileTheJobRanIsLeft() throws IOException {
        JobRunner runner = started(commandBatch);
        String job = bench.submit(importer, runner, "编号,内容\n1,a\n", false);
        done(job);
        String card = bench.cards(importer).get("1");
        // As two batches of one job would note it, with a stranger's change between them.
        database.sql("UPDATE job_change SET interrupted = true WHERE job_id = ?").param(job).update();

        assertThat(done(bench.undo(job, runner)).progress().refused()).isEqualTo(1);
        assertThat(bench.text(card)).isEqualTo("a");
    }

    @Test
    void onlyWhatCameToRestAndChangedSomethingIsTakenBack() throws IOException {
        JobRunner runner = started(commandBatch);
        String rehearsal = bench.submit(importer, runner, JobTestBench.cards(3), true);
        done(rehearsal);
        assertConflict(rehearsal, runner, "undo-nothing");

        String job = bench.submit(importer, runner, JobTestBench.cards(3), false);
        done(job);
        String undo = bench.undo(job, runner);
        done(undo);
        assertConflict(undo, runner, "undo-nothing");
        assertThatThrownBy(() -> bench.jobs.resume(job)).isInstanceOf(Refusal.class);

        runner.stop();
        assertConflict(bench.submit(importer, runner, JobTestBench.cards(3), false), runner, "undo-running");
    }

    @Test
    void aStoppedJobIsTakenBackAsFarAsItCameAndDoesNotGoOn() throws IOException {
        AtomicInteger batches = new AtomicInteger();
        JobRunner runner = started(items -> {
            if (batches.incrementAndGet() == 2) {
                bench.jobs.stop(onlyJob());
            }
            return commandBatch.execute(items);
        });
        String job = bench.submit(importer, runner, JobTestBench.cards(200), false);
        await().until(() -> state(job) == JobState.STOPPED);

        done(bench.undo(job, runner));

        assertThat(state(job)).isEqualTo(JobState.UNDONE);
        assertThat(bench.cards(importer)).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM job_file_part WHERE job_id = ?").param(job)
                .query(Long.class).single()).isZero();
        assertThatThrownBy(() -> bench.jobs.resume(job)).isInstanceOf(Refusal.class);
    }

    @Test
    void aBatchChangesWhatIsStillAsItWasSeenAndIsTakenBack() throws IOException {
        JobRunner runner = started(commandBatch);
        done(bench.submit(importer, runner, "编号,内容\n1,a\n2,b\n3,same\n4,d\n", false));
        Map<String, String> cards = bench.cards(importer);
        reword(cards.get("2"), "newer");
        Map<String, Long> seen = new LinkedHashMap<>();
        cards.values().forEach(id -> seen.put(id, 1L));
        seen.put(cards.get("4"), null);
        seen.put("no such card", 1L);

        String batch = bench.batch(importer, runner, "same", seen);

        Job.Progress progress = done(batch).progress();
        assertThat(List.of(progress.total(), progress.done(), progress.created(), progress.updated(),
                progress.unchanged(), progress.refused())).containsExactly(5L, 5L, 0L, 2L, 1L, 2L);
        List<RefusedRow> refused = new ArrayList<>();
        new RefusedRows(database).forEach(batch, refused::add);
        assertThat(refused).extracting(row -> row.cells().getFirst() + ' ' + row.errors().getFirst().code())
                .containsExactlyInAnyOrder(cards.get("2") + " outdated", "no such card unknown");

        assertThat(done(bench.undo(batch, runner)).progress().updated()).isEqualTo(2);
        assertThat(cards.values()).extracting(bench::text).containsExactlyInAnyOrder("a", "newer", "same", "d");
    }

    @Test
    void killedAtAnyPointBatchAndUndoDoTheirWorkOnce() throws IOException {
        JobRunner calm = started(commandBatch);
        done(bench.submit(importer, calm, JobTestBench.cards(150), false));
        calm.stop();
        Map<String, String> before = texts();
        Map<String, Long> all = new HashMap<>();
        before.keySet().forEach(id -> all.put(id, 1L));
        Random random = new Random();

        JobRunner submitting = bench.runner(importer, commandBatch);
        String batch = bench.batch(importer, submitting, "changed", all);
        assertThat(survived(batch, random).progress().updated()).isEqualTo(150);
        assertThat(texts().values()).containsOnly("changed");

        Job undo = survived(bench.undo(batch, submitting), random);
        assertThat(undo.progress().updated()).isEqualTo(150);
        assertThat(undo.progress().refused()).isZero();
        assertThat(texts()).isEqualTo(before);
        assertThat(database.sql("SELECT count(*) FROM domain_event WHERE aggregate_identifier = ANY (?)")
                .param(before.keySet().toArray(String[]::new)).query(Long.class).single())
                .as("one event each for import, batch and undo").isEqualTo(450);
    }

    /** Runners that die one after the other, each in the middle of some batch, until one lives. */
    private Job survived(String job, Random random) {
        for (int deaths = 0; deaths < 2; deaths++) {
            int last = random.nextInt(1, 4);
            boolean before = random.nextBoolean();
            AtomicInteger batches = new AtomicInteger();
            started(items -> {
                boolean dies = batches.incrementAndGet() >= last;
                if (dies && before) {
                    throw killed();
                }
                var outcomes = commandBatch.execute(items);
                if (dies) {
                    throw killed();
                }
                return outcomes;
            });
            await().until(() -> batches.get() >= last || state(job) == JobState.DONE);
        }
        started(commandBatch);
        return done(job);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        bench.cards(importer).values().forEach(id -> texts.put(id, bench.text(id)));
        return texts;
    }

    private void reword(String card, String text) {
        commands.execute(new Card.Reword(card, text), new CommandContext("lisi", null, "request", "corr-2", null));
    }

    private void assertConflict(String job, JobRunner runner, String code) {
        assertThatThrownBy(() -> bench.undo(job, runner)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.errors().getFirst().code()).isEqualTo(code);
        });
    }

    private String onlyJob() {
        return database.sql("SELECT id FROM job WHERE record_kind = ?").param(importer.recordKind())
                .query(String.class).single();
    }
}
