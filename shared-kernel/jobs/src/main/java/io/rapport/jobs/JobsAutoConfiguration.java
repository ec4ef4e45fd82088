package io.rapport.jobs;

import io.rapport.eventstore.CommandBatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Jobs for every service that depends on this module: give a {@link RowImporter} bean for each kind of record. */
@AutoConfiguration
@EnableConfigurationProperties(JobProperties.class)
public class JobsAutoConfiguration {

    @Bean
    JobStore jobStore(JdbcClient database) {
        return new JobStore(database);
    }

    @Bean
    RefusedRows refusedRows(JdbcClient database) {
        return new RefusedRows(database);
    }

    @Bean
    JobFiles jobFiles(JdbcClient database) {
        return new JobFiles(database);
    }

    @Bean
    JobRunner jobRunner(JdbcClient database, PlatformTransactionManager transactions, CommandBatch commands,
                        JobFiles files, RefusedRows refusedRows, ObjectProvider<RowImporter<?>> importers,
                        JobProperties properties) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        JobLeases leases = new JobLeases(database, transaction, UUID.randomUUID().toString(), properties.lease());
        RowKeys rowKeys = new RowKeys(database);
        ImportBatch batch = new ImportBatch(transaction, commands, leases, refusedRows, rowKeys);
        JobRunner.StopSign stopSign = new JobRunner.StopSign();
        ImportRun run = new ImportRun(transaction, leases, files, rowKeys, batch, properties, stopSign::isUp);
        Map<String, RowImporter<?>> byKind = importers.orderedStream()
                .collect(Collectors.toMap(RowImporter::recordKind, Function.identity()));
        return new JobRunner(leases, run, byKind, properties, stopSign);
    }

    @Bean
    Imports imports(PlatformTransactionManager transactions, JobStore jobs, JobFiles files, JobRunner runner) {
        return new Imports(new TransactionTemplate(transactions), jobs, files, runner);
    }
}
