package io.rapport.jobs.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.JobList;
import io.rapport.jobs.Undos;
import io.rapport.web.request.Answers;
import io.rapport.web.signin.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The caller's jobs and those of others that he may follow, newest first. */
@RestController
@RequestMapping("/api/jobs")
public class JobListController {

    private static final int LARGEST_PAGE = 200;

    private final JobList jobs;
    private final Undos undos;
    private final JobAudience audience;

    JobListController(JobList jobs, Undos undos, JobAudience audience) {
        this.jobs = jobs;
        this.undos = undos;
        this.audience = audience;
    }

    /** @param nextCursor null on the last page */
    record Page(List<Item> items, String nextCursor) {
    }

    /**
     * @param creator  who asked for it
     * @param queuedAt when
     * @param endedAt  null while there is something to do
     */
    record Item(@JsonUnwrapped JobView job, String recordKind, String creator, Instant queuedAt, Instant endedAt) {
    }

    @GetMapping
    ResponseEntity<Page> list(@RequestParam(defaultValue = "50") int size,
                              @RequestParam(required = false) String cursor, Caller caller) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "jobs-size-invalid", LARGEST_PAGE);
        }
        List<JobList.Entry> found = jobs.newest(creators(caller), cursor, size + 1);
        List<Item> items = found.stream().limit(size)
                .map(entry -> new Item(JobView.of(entry.job(), undos.until(entry.job())), entry.job().recordKind(),
                        entry.job().creator(), entry.queuedAt(), entry.job().endedAt())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header(Answers.DATA_LAG, JobController.NEVER_BEHIND)
                .body(new Page(items, found.size() > size ? items.getLast().job().id() : null));
    }

    /** Null for everybody. */
    private Set<String> creators(Caller caller) {
        return audience.creators(caller).map(others -> {
            Set<String> all = new HashSet<>(others);
            all.add(caller.name());
            return all;
        }).orElse(null);
    }
}
