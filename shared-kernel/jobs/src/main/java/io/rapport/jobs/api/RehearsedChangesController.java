package io.rapport.jobs.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.Job;
import io.rapport.jobs.RehearsedChange;
import io.rapport.jobs.RehearsedChanges;
import io.rapport.web.json.FieldChange;
import io.rapport.web.request.Answers;
import io.rapport.web.request.RequestContext;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import java.util.List;

/** What a dry run would change, row by row, for whoever may follow the job; each sees what he may see of the records. */
@RestController
public class RehearsedChangesController {

    private static final int LARGEST_PAGE = 200;

    private final VisibleJobs jobs;
    private final RehearsedChanges changes;
    private final ChangeAudience audience;

    RehearsedChangesController(VisibleJobs jobs, RehearsedChanges changes, ChangeAudience audience) {
        this.jobs = jobs;
        this.changes = changes;
        this.audience = audience;
    }

    /**
     * @param items      in the order of the file; may be fewer than asked for, or none, although there is a next cursor
     * @param nextCursor null on the last page of those that are kept, at most the first 1,000 of the job
     */
    record Page(List<Item> items, String nextCursor) {
    }

    /** One row, as {@link RehearsedChange}. */
    record Item(long line, String recordId, String number, String name, List<Field> fields) {
    }

    /**
     * @param field name as in the record's JSON; a part of an object by its path
     * @param old   null where it was not set
     * @param now   null where it would be cleared
     */
    record Field(String field, JsonNode old, @JsonProperty("new") JsonNode now) {

        static Field of(FieldChange change) {
            return new Field(change.field(), change.old(), change.now());
        }
    }

    @GetMapping("/api/jobs/{id}/changes")
    ResponseEntity<Page> changes(@PathVariable String id, @RequestParam(defaultValue = "50") int size,
                                 @RequestParam(required = false) String cursor, RequestContext context) {
        Job job = jobs.find(id, context.caller());
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "jobs-size-invalid", LARGEST_PAGE);
        }
        List<RehearsedChange> found = changes.after(job.id(), line(cursor), size + 1);
        List<RehearsedChange> page = found.subList(0, Math.min(size, found.size()));
        List<Item> items = audience.shown(job.recordKind(), page, context).stream()
                .map(change -> new Item(change.line(), change.recordId(), change.number(), change.name(),
                        change.fields().stream().map(Field::of).toList())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(Answers.DATA_LAG, JobController.NEVER_BEHIND)
                .body(new Page(items, found.size() > size ? Long.toString(page.getLast().line()) : null));
    }

    private static long line(String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "jobs-cursor-invalid");
        }
    }
}
