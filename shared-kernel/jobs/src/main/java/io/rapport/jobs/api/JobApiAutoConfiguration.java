package io.rapport.jobs.api;

import io.rapport.jobs.Batches;
import io.rapport.jobs.Imports;
import io.rapport.jobs.JobList;
import io.rapport.jobs.JobProperties;
import io.rapport.jobs.JobStore;
import io.rapport.jobs.JobsAutoConfiguration;
import io.rapport.jobs.RefusedRows;
import io.rapport.jobs.RehearsedChanges;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.Undos;
import io.rapport.web.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** {@code /api/jobs} for every service that has jobs. */
@AutoConfiguration(after = JobsAutoConfiguration.class)
@EnableConfigurationProperties(ReportingProperties.class)
public class JobApiAutoConfiguration {

    @Bean
    JobController jobController(JobStore jobs, Undos undos, RefusedRows refusedRows, Problems problems,
                                ObjectProvider<RowImporter<?>> importers, ObjectProvider<JobAudience> audience) {
        return new JobController(jobs, undos,
                new RefusedRowsCsv(refusedRows, problems, importers.orderedStream().toList()),
                visible(jobs, audience));
    }

    @Bean
    RehearsedChangesController rehearsedChangesController(JobStore jobs, RehearsedChanges changes,
            ObjectProvider<JobAudience> audience, ObjectProvider<ChangeAudience> changeAudience) {
        return new RehearsedChangesController(visible(jobs, audience), changes,
                changeAudience.getIfAvailable(() -> (_, _, _) -> List.of()));
    }

    private static VisibleJobs visible(JobStore jobs, ObjectProvider<JobAudience> audience) {
        return new VisibleJobs(jobs, audience.getIfAvailable(() -> JobAudience.ADMINISTRATORS));
    }

    @Bean
    JobListController jobListController(JobList jobs, Undos undos, ObjectProvider<JobAudience> audience) {
        return new JobListController(jobs, undos, audience.getIfAvailable(() -> JobAudience.ADMINISTRATORS));
    }

    @Bean
    BatchEndpoint batchEndpoint(Batches batches, ReportingProperties reporting, JobProperties properties) {
        return new BatchEndpoint(batches, new ListedRecords(reporting), properties);
    }

    @Bean
    ImportEndpoint importEndpoint(Imports imports, JsonMapper json) {
        return new ImportEndpoint(imports, json);
    }
}
