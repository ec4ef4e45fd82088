package io.rapport.jobs.api;

import io.rapport.jobs.Job;
import io.rapport.jobs.JobStore;
import io.rapport.jobs.Undos;
import io.rapport.web.request.Answers;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** Jobs, visible to who asked for them and to whom the {@link JobAudience} names; for all others they do not exist. */
@RestController
@RequestMapping("/api/jobs/{id}")
public class JobController {

    /** Jobs are read where they are written. */
    static final String NEVER_BEHIND = "0";

    private final JobStore jobs;
    private final Undos undos;
    private final RefusedRowsCsv refusedRows;
    private final VisibleJobs visible;

    JobController(JobStore jobs, Undos undos, RefusedRowsCsv refusedRows, VisibleJobs visible) {
        this.visible = visible;
        this.jobs = jobs;
        this.undos = undos;
        this.refusedRows = refusedRows;
    }

    @GetMapping
    ResponseEntity<JobView> progress(@PathVariable String id, Caller caller) {
        return answer(visible.find(id, caller));
    }

    @PostMapping("/stop")
    ResponseEntity<JobView> stop(@PathVariable String id, Caller caller) {
        return answer(jobs.stop(visible.find(id, caller).id()));
    }

    @PostMapping("/resume")
    ResponseEntity<JobView> resume(@PathVariable String id, Caller caller) {
        return answer(jobs.resume(visible.find(id, caller).id()));
    }

    /** Takes back what the job did, as a job of its own. */
    @PostMapping("/undo")
    ResponseEntity<QueuedJob> undo(@PathVariable String id, RequestContext context) {
        String jobId = undos.submit(visible.find(id, context.caller()).id(), new Undos.By(context.caller(),
                context.correlationId(), context.traceparent()));
        return Answers.accepted("/api/jobs/" + jobId, new QueuedJob(jobId));
    }

    @GetMapping("/refused")
    void refused(@PathVariable String id, RequestContext context, HttpServletResponse response) throws IOException {
        Job job = visible.find(id, context.caller());
        describe("refused-" + job.id(), response);
        refusedRows.write(job, reader(job, context), response.getOutputStream());
    }

    /** Rows that were taken otherwise than they say, such as those about a record that was merged into another. */
    @GetMapping("/noted")
    void noted(@PathVariable String id, RequestContext context, HttpServletResponse response) throws IOException {
        Job job = visible.find(id, context.caller());
        describe("noted-" + job.id(), response);
        refusedRows.writeNoted(job, reader(job, context), response.getOutputStream());
    }

    private RefusedRowsCsv.Reader reader(Job job, RequestContext context) {
        return new RefusedRowsCsv.Reader(context.locale(), field -> visible.seesField(job, field, context.caller()));
    }

    private static void describe(String file, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(Answers.DATA_LAG, NEVER_BEHIND);
    }

    private ResponseEntity<JobView> answer(Job job) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header(Answers.DATA_LAG, NEVER_BEHIND)
                .body(JobView.of(job, undos.until(job)));
    }
}
