package io.rapport.jobs;

import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Outcome;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes many records in the same way. */
final class BatchWork implements JobWork {

    private final CommandBatch commands;
    private final JobRecords records;
    private final RecordChanges changes;
    private final Map<String, BatchEditor> editors;
    private final JsonMapper json;

    BatchWork(CommandBatch commands, JobRecords records, RecordChanges changes, Map<String, BatchEditor> editors,
              JsonMapper json) {
        this.commands = commands;
        this.records = records;
        this.changes = changes;
        this.editors = Map.copyOf(editors);
        this.json = json;
    }

    @Override
    public JobSteps<?> open(Job job) {
        BatchEdit edit = json.readValue(job.edit(), BatchEdit.class);
        return new Steps(job, edit, editors.get(job.recordKind()).prepare(edit));
    }

    private final class Steps implements JobSteps<JobRecords.Target> {

        private final Job job;
        private final BatchEdit edit;
        private final BatchEditor.Commands editor;
        private long reached;

        private Steps(Job job, BatchEdit edit, BatchEditor.Commands editor) {
            this.job = job;
            this.edit = edit;
            this.editor = editor;
            this.reached = job.progress().done();
        }

        @Override
        public List<JobRecords.Target> next(int most) {
            List<JobRecords.Target> next = records.after(job.id(), reached, most);
            reached = next.isEmpty() ? reached : next.getLast().place();
            return next;
        }

        @Override
        public Tally carryOut(List<JobRecords.Target> targets) {
            Tally tally = new Tally();
            changes.record(job, () -> execute(targets, tally));
            return tally;
        }

        private Map<String, Long> execute(List<JobRecords.Target> targets, Tally tally) {
            CommandContext context = CommandContext.of(job.caller(), edit.reason(), "batch " + job.id(),
                    job.correlationId(), job.traceparent());
            List<Outcome> outcomes = commands.execute(targets.stream()
                    .map(target -> new BatchItem(editor.command(target.recordId(),
                            target.version() == null ? null : target.version() - 1), context))
                    .toList());
            Map<String, Long> places = new HashMap<>();
            for (int i = 0; i < targets.size(); i++) {
                JobRecords.Target target = targets.get(i);
                tally.count(target.place(), List.of(target.recordId()), outcomes.get(i), false);
                places.put(target.recordId(), target.place());
            }
            return places;
        }

        @Override
        public void finish() {
            records.delete(job.id());
        }
    }
}
