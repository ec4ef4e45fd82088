package io.rapport.jobs;

import io.rapport.eventstore.CommandBatch;
import io.rapport.jobs.card.CardImporter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runners as they would stand in several processes, on one database. */
final class JobTestBench {

    static final JobProperties PROPERTIES =
            new JobProperties(Duration.ofMillis(500), Duration.ofMillis(50), 40, Duration.ofMillis(200));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CommandBatch commands;
    final JobStore jobs;
    final JobFiles files;

    JobTestBench(JdbcClient database, PlatformTransactionManager transactions, CommandBatch commands) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.commands = commands;
        this.jobs = new JobStore(database);
        this.files = new JobFiles(database);
    }

    CommandBatch commands() {
        return commands;
    }

    CardImporter importer(Runnable beforeEachRow) {
        return new CardImporter("card" + UUID.randomUUID().toString().substring(0, 8), database, beforeEachRow);
    }

    JobRunner runner(RowImporter<?> importer, CommandBatch batch) {
        JobLeases leases = new JobLeases(database, transaction, UUID.randomUUID().toString(), PROPERTIES.lease());
        RowKeys rowKeys = new RowKeys(database);
        ImportBatch batches = new ImportBatch(transaction, batch, leases, new RefusedRows(database), rowKeys);
        JobRunner.StopSign stopSign = new JobRunner.StopSign();
        ImportRun run = new ImportRun(transaction, leases, files, rowKeys, batches, PROPERTIES, stopSign::isUp);
        return new JobRunner(leases, run, Map.of(importer.recordKind(), importer), PROPERTIES, stopSign);
    }

    String submit(RowImporter<?> importer, JobRunner runner, String csv, boolean dryRun) throws IOException {
        return new Imports(transaction, jobs, files, runner).submit(importer, request(csv, dryRun, null, null));
    }

    static ImportRequest request(String csv, boolean dryRun, String key, String digest) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return new ImportRequest(() -> new ByteArrayInputStream(bytes), Map.of(), dryRun, "zhangsan", "corr-1", null,
                key, digest);
    }

    static String cards(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> i + ",text " + i + "\n")
                .collect(Collectors.joining("", "编号,内容\n", ""));
    }

    /** How often each card of an importer was written. */
    Map<String, Long> written(CardImporter importer) {
        return database.sql("""
                SELECT convert_from(payload, 'UTF8')::json ->> 'number' AS number FROM domain_event
                WHERE payload_type = 'card.written'""")
                .query(String.class).list().stream().filter(number -> number.startsWith(importer.recordKind()))
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
    }
}
