package io.rapport.jobs;

import io.rapport.eventstore.CommandBatch;
import io.rapport.trail.Trail;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Jobs for every service that depends on this module: give a {@link RowImporter}, a {@link BatchEditor}, a
 * {@link RecordReversal} and a {@link RecordVersions} bean for each kind of record, as far as it is imported, edited in
 * batches, taken back, and dry runs are to say what they would change.
 */
@AutoConfiguration
@EnableConfigurationProperties(JobProperties.class)
public class JobsAutoConfiguration {

    @Bean
    JobStore jobStore(JdbcClient database) {
        return new JobStore(database);
    }

    @Bean
    JobList jobList(JdbcClient database) {
        return new JobList(database);
    }

    @Bean
    RefusedRows refusedRows(JdbcClient database) {
        return new RefusedRows(database);
    }

    @Bean
    RehearsedChanges rehearsedChanges(JdbcClient database) {
        return new RehearsedChanges(database);
    }

    @Bean
    JobFiles jobFiles(JdbcClient database) {
        return new JobFiles(database);
    }

    @Bean
    JobRecords jobRecords(JdbcClient database) {
        return new JobRecords(database);
    }

    @Bean
    RecordChanges recordChanges(JdbcClient database, EventStore events) {
        return new RecordChanges(database, events);
    }

    @Bean
    RecordPast recordPast(EventStore events) {
        return new RecordPast(events);
    }

    @Bean
    JobKinds jobKinds(ObjectProvider<RowImporter<?>> importers, ObjectProvider<BatchEditor> editors,
                      ObjectProvider<RecordReversal> reversals, ObjectProvider<RecordVersions> versions) {
        return new JobKinds(
                importers.orderedStream().collect(Collectors.toMap(RowImporter::recordKind, Function.identity())),
                editors.orderedStream().collect(Collectors.toMap(BatchEditor::recordKind, Function.identity())),
                reversals.orderedStream().collect(Collectors.toMap(RecordReversal::recordKind, Function.identity())),
                versions.orderedStream().collect(Collectors.toMap(RecordVersions::recordKind, Function.identity())));
    }

    @Bean
    JobRunner jobRunner(JdbcClient database, PlatformTransactionManager transactions, CommandBatch commands,
                        RecordChanges changes, JobKinds kinds, JobProperties properties) {
        return runner(database, new TransactionTemplate(transactions), commands, changes, kinds, properties);
    }

    static JobRunner runner(JdbcClient database, TransactionTemplate transaction, CommandBatch commands,
                            RecordChanges changes, JobKinds kinds, JobProperties properties) {
        JobLeases leases = new JobLeases(database, transaction, UUID.randomUUID().toString(), properties.lease());
        JobRecords records = new JobRecords(database);
        JobStore jobs = new JobStore(database);
        RehearsedChanges rehearsed = new RehearsedChanges(database);
        Map<JobTask, JobWork> works = Map.of(
                JobTask.IMPORT, new ImportWork(transaction, commands, new JobFiles(database), new RowKeys(database),
                        changes, rehearsed, kinds),
                JobTask.BATCH, new BatchWork(commands, records, changes, kinds.editors(), JSON),
                JobTask.UNDO, new UndoWork(commands, records, jobs, kinds.reversals()));
        JobRunner.StopSign stopSign = new JobRunner.StopSign();
        JobBatch batches = new JobBatch(transaction, leases, new RefusedRows(database), rehearsed);
        JobRun run = new JobRun(works, leases, batches, properties, stopSign::isUp);
        return new JobRunner(leases, run, kinds.names(), properties, stopSign);
    }

    /** How edits are kept; apart from the mapper of requests, whose strictness may grow. */
    static final JsonMapper JSON = JsonMapper.builder().build();

    @Bean
    Imports imports(PlatformTransactionManager transactions, JobStore jobs, JobFiles files, JobRunner runner,
                    Trail trail) {
        return new Imports(new TransactionTemplate(transactions), jobs, files, runner, trail);
    }

    @Bean
    Batches batches(PlatformTransactionManager transactions, JobStore jobs, JobRecords records, JobRunner runner,
                    Trail trail) {
        return new Batches(new TransactionTemplate(transactions), jobs, records, runner, JSON, trail);
    }

    @Bean
    Undos undos(PlatformTransactionManager transactions, JobStore jobs, JobRecords records, JobRunner runner,
                JobProperties properties, Trail trail) {
        return new Undos(new TransactionTemplate(transactions), jobs, records, runner, properties, trail,
                Clock.systemUTC());
    }

    @Bean
    JobHousekeeping jobHousekeeping(JobStore jobs, RehearsedChanges rehearsed, JobProperties properties) {
        return new JobHousekeeping(jobs, rehearsed, properties);
    }

    /** What the service contributes, by kind of record. */
    record JobKinds(Map<String, RowImporter<?>> importers, Map<String, BatchEditor> editors,
                    Map<String, RecordReversal> reversals, Map<String, RecordVersions> versions) {

        Set<String> names() {
            Set<String> names = new HashSet<>(importers.keySet());
            names.addAll(editors.keySet());
            names.addAll(reversals.keySet());
            return names;
        }
    }
}
