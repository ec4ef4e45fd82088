package io.rapport.jobs;

import io.rapport.eventstore.CommandBatch;
import io.rapport.jobs.card.CardImporter;
import io.rapport.jobs.card.CardService;
import io.rapport.testing.CommandServiceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.ArrayList;
import java.util.List;

import static org.awaitility.Awaitility.await;

/** Tests of jobs on a real database: each has an importer of its own, and runners that are stopped when it ends. */
@SpringBootTest(classes = CardService.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.application.name=card-service")
abstract class RunningJobs {

    @Autowired JdbcClient database;
    @Autowired PlatformTransactionManager transactions;
    @Autowired CommandBatch commandBatch;
    @Autowired RecordChanges changes;
    @Autowired RecordPast past;

    final List<JobRunner> runners = new ArrayList<>();
    JobTestBench bench;
    CardImporter importer;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        CommandServiceSettings.register("card", properties);
    }

    @BeforeEach
    void bench() {
        bench = new JobTestBench(database, transactions, commandBatch, changes, past);
        importer = bench.importer(() -> { });
    }

    @AfterEach
    void stopRunners() {
        runners.forEach(JobRunner::stop);
    }

    JobRunner started(CommandBatch batch) {
        return started(importer, batch);
    }

    JobRunner started(RowImporter<?> rows, CommandBatch batch) {
        JobRunner runner = bench.runner(rows, batch);
        runners.add(runner);
        runner.start();
        return runner;
    }

    Job done(String id) {
        await().until(() -> state(id) == JobState.DONE);
        return bench.jobs.find(id).orElseThrow();
    }

    JobState state(String id) {
        return bench.jobs.find(id).orElseThrow().state();
    }

    /** What a runner's batch throws that is to die as by {@code kill -9}: without commit, never to come back. */
    static AssertionError killed() {
        Thread.currentThread().interrupt();
        return new AssertionError("killed");
    }
}
