package io.rapport.jobs;

import io.rapport.eventstore.CommandBatch;
import io.rapport.jobs.card.CardEdits;
import io.rapport.jobs.card.CardImporter;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailEntry;
import io.rapport.web.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runners as they would stand in several processes, on one database. */
final class JobTestBench {

    static final JobProperties PROPERTIES =
            new JobProperties(Duration.ofMillis(500), Duration.ofMillis(50), 40, Duration.ofMillis(200),
                    Duration.ofDays(30), 1_000);

    private static final Caller ZHANGSAN = new Caller("zhangsan", Set.of(), null, Set.of());
    private static final Undos.By BY = new Undos.By(ZHANGSAN, "corr-1", null);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CommandBatch commands;
    private final RecordChanges changes;
    private final RecordPast past;
    final JobStore jobs;
    final JobFiles files;
    final Notes trail = new Notes();

    JobTestBench(JdbcClient database, PlatformTransactionManager transactions, CommandBatch commands,
                 RecordChanges changes, RecordPast past) {
        this.changes = changes;
        this.past = past;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.commands = commands;
        this.jobs = new JobStore(database);
        this.files = new JobFiles(database);
    }

    /** A trail in memory that can be out of order. */
    static final class Notes implements Trail {

        final List<TrailEntry> entries = new ArrayList<>();
        boolean away;

        @Override
        public void record(TrailEntry entry) {
            if (away) {
                throw new IllegalStateException("no trail");
            }
            entries.add(entry);
        }

        @Override
        public void mention(TrailEntry entry) {
            entries.add(entry);
        }
    }

    CommandBatch commands() {
        return commands;
    }

    CardImporter importer(Runnable beforeEachRow) {
        return new CardImporter("card" + UUID.randomUUID().toString().substring(0, 8), database, beforeEachRow);
    }

    JobRunner runner(RowImporter<?> importer, CommandBatch batch) {
        CardEdits edits = edits(importer);
        return JobsAutoConfiguration.runner(database, transaction, batch, changes,
                new JobsAutoConfiguration.JobKinds(Map.of(importer.recordKind(), importer),
                        Map.of(importer.recordKind(), edits), Map.of(importer.recordKind(), edits),
                        Map.of(importer.recordKind(), edits)), PROPERTIES);
    }

    CardEdits edits(RowImporter<?> importer) {
        return new CardEdits(importer.recordKind(), past);
    }

    String undo(String jobId, JobRunner runner) {
        return new Undos(transaction, jobs, new JobRecords(database), runner, PROPERTIES, trail, Clock.systemUTC())
                .submit(jobId, BY);
    }

    /** Rewords the cards, each expected at the version given with it. */
    String batch(RowImporter<?> importer, JobRunner runner, String text, Map<String, Long> cards) {
        BatchEdit edit = new BatchEdit(JobsAutoConfiguration.JSON.createObjectNode().put("text", text), null, null,
                null, false, "because");
        return new Batches(transaction, jobs, new JobRecords(database), runner, JobsAutoConfiguration.JSON, trail)
                .submit(edits(importer), edit, reader -> cards.forEach(reader::take), BY, null);
    }

    /** Ids of the cards that there are, by number without the importer's prefix. */
    Map<String, String> cards(CardImporter importer) {
        Map<String, String> cards = new HashMap<>();
        database.sql("SELECT value, record_id FROM reservation WHERE scope = 'card-number' AND value LIKE ?")
                .param(importer.recordKind() + "%")
                .query(row -> {
                    cards.put(row.getString(1).substring(importer.recordKind().length()), row.getString(2));
                });
        return cards;
    }

    /** The text of a card as its last event says; null when it was withdrawn. */
    String text(String cardId) {
        return database.sql("""
                SELECT convert_from(payload, 'UTF8')::json ->> 'text' AS text FROM domain_event
                WHERE aggregate_identifier = ? ORDER BY sequence_number DESC LIMIT 1""").param(cardId)
                .query((row, _) -> row.getString(1)).list().getFirst();
    }

    String submit(RowImporter<?> importer, JobRunner runner, String csv, boolean dryRun) throws IOException {
        return new Imports(transaction, jobs, files, runner, trail).submit(importer, request(csv, dryRun, null, null));
    }

    static ImportRequest request(String csv, boolean dryRun, String key, String digest) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return new ImportRequest(() -> new ByteArrayInputStream(bytes), Map.of(), null, dryRun, ZHANGSAN, "corr-1", null,
                key == null ? null : new RequestKey(key, digest));
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
