package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes back what another job did, record by record, the last first; leaves what something newer has touched. */
final class UndoWork implements JobWork {

    /** The columns of the list of records that were left. */
    static final List<String> HEADERS = List.of("id", "line");

    private static final FieldError TOUCHED = FieldError.of("", "undo-record-touched");

    private final CommandBatch commands;
    private final JobRecords records;
    private final JobStore jobs;
    private final Map<String, RecordReversal> reversals;

    UndoWork(CommandBatch commands, JobRecords records, JobStore jobs, Map<String, RecordReversal> reversals) {
        this.commands = commands;
        this.records = records;
        this.jobs = jobs;
        this.reversals = Map.copyOf(reversals);
    }

    @Override
    public JobSteps<?> open(Job job) {
        return new Steps(job, reversals.get(job.recordKind()));
    }

    private final class Steps implements JobSteps<JobRecords.Changed> {

        private final Job job;
        private final RecordReversal reversal;
        private long reached;

        private Steps(Job job, RecordReversal reversal) {
            this.job = job;
            this.reversal = reversal;
            this.reached = job.progress().done();
        }

        @Override
        public List<JobRecords.Changed> next(int most) {
            List<JobRecords.Changed> next = records.changedAfter(job.undoes(), job.id(), reached, most);
            reached = next.isEmpty() ? reached : next.getLast().target().place();
            return next;
        }

        @Override
        public Tally carryOut(List<JobRecords.Changed> changes) {
            Tally tally = new Tally();
            List<JobRecords.Changed> untouched = new ArrayList<>(changes.size());
            for (JobRecords.Changed change : changes) {
                if (change.interrupted()) {
                    refuse(tally, change, List.of(TOUCHED));
                } else {
                    untouched.add(change);
                }
            }
            carryOut(untouched, tally);
            return tally;
        }

        private void carryOut(List<JobRecords.Changed> changes, Tally tally) {
            List<PlannedRow> plan = reversal.plan(changes.stream()
                    .map(change -> new RecordReversal.Reversal(change.target().recordId(), change.target().version(),
                            change.before())).toList());
            CommandContext context = CommandContext.of(job.caller(), null, "undo " + job.undoes(),
                    job.correlationId(), job.traceparent());
            List<JobRecords.Changed> planned = new ArrayList<>(changes.size());
            List<BatchItem> items = new ArrayList<>(changes.size());
            for (int i = 0; i < plan.size(); i++) {
                switch (plan.get(i)) {
                    case PlannedRow.Change(Object command, _) -> {
                        planned.add(changes.get(i));
                        items.add(new BatchItem(command, context));
                    }
                    case PlannedRow.Refuse(Refusal refusal) -> refuse(tally, changes.get(i), refusal.errors());
                    case PlannedRow.Create _ -> throw new IllegalStateException("an undo makes no records");
                }
            }
            List<Outcome> outcomes = items.isEmpty() ? List.of() : commands.execute(items);
            for (int i = 0; i < outcomes.size(); i++) {
                JobRecords.Changed change = planned.get(i);
                if (outcomes.get(i) instanceof Outcome.Refused(Refusal refusal)) {
                    boolean touched = refusal.kind() == Refusal.Kind.OUTDATED || refusal.kind() == Refusal.Kind.UNKNOWN;
                    refuse(tally, change, touched ? List.of(TOUCHED) : refusal.errors());
                } else {
                    tally.count(change.target().place(), List.of(), outcomes.get(i), false);
                }
            }
        }

        private static void refuse(Tally tally, JobRecords.Changed change, List<FieldError> errors) {
            tally.refuse(change.target().place(),
                    List.of(change.target().recordId(), Long.toString(change.place())), errors);
        }

        @Override
        public void finish() {
            records.delete(job.id());
            jobs.undone(job.undoes());
        }
    }
}
