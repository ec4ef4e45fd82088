package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Outcome;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings in the rows of a file. A dry run does the same and takes the records back. */
final class ImportWork implements JobWork {

    private final TransactionTemplate rehearsal;
    private final CommandBatch commands;
    private final JobFiles files;
    private final RowKeys rowKeys;
    private final RecordChanges changes;
    private final RehearsedChanges rehearsed;
    private final Map<String, RecordVersions> versions;
    private final Map<String, RowImporter<?>> importers;

    ImportWork(TransactionTemplate transaction, CommandBatch commands, JobFiles files, RowKeys rowKeys,
               RecordChanges changes, RehearsedChanges rehearsed, JobsAutoConfiguration.JobKinds kinds) {
        this.rehearsal = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.commands = commands;
        this.files = files;
        this.rowKeys = rowKeys;
        this.changes = changes;
        this.rehearsed = rehearsed;
        this.versions = Map.copyOf(kinds.versions());
        this.importers = Map.copyOf(kinds.importers());
    }

    @Override
    public JobSteps<?> open(Job job) throws IOException {
        return steps(job, importers.get(job.recordKind()));
    }

    private <R> JobSteps<UnderstoodRow<R>> steps(Job job, RowImporter<R> importer) throws IOException {
        return new Steps<>(job, importer, new RowBatches<>(importer, job, files.of(job.id())));
    }

    private final class Steps<R> implements JobSteps<UnderstoodRow<R>> {

        private final Job job;
        private final RowImporter<R> importer;
        private final RowBatches<R> rows;

        private Steps(Job job, RowImporter<R> importer, RowBatches<R> rows) {
            this.job = job;
            this.importer = importer;
            this.rows = rows;
        }

        @Override
        public List<UnderstoodRow<R>> next(int most) {
            return rows.next(most);
        }

        @Override
        public Tally carryOut(List<UnderstoodRow<R>> batch) {
            Tally tally = new Tally();
            List<RowKeys.Spoken> spoken = new ArrayList<>();
            List<UnderstoodRow<R>> fresh = fresh(batch, tally);
            if (!fresh.isEmpty()) {
                if (job.dryRun()) {
                    rehearsal.executeWithoutResult(inner -> {
                        rehearse(fresh, tally, spoken);
                        inner.setRollbackOnly();
                    });
                } else {
                    changes.record(job, () -> execute(fresh, tally, spoken));
                }
            }
            rowKeys.add(job.id(), spoken);
            return tally;
        }

        /** Rows that are neither refused already nor speak for a record that an earlier line spoke for. */
        private List<UnderstoodRow<R>> fresh(List<UnderstoodRow<R>> batch, Tally tally) {
            Map<String, RowKeys.Spoken> taken =
                    rowKeys.taken(job.id(), batch.stream().flatMap(row -> row.keys().stream()).toList());
            List<UnderstoodRow<R>> fresh = new ArrayList<>(batch.size());
            for (UnderstoodRow<R> row : batch) {
                RowKeys.Spoken earlier = row.keys().stream().map(taken::get).filter(Objects::nonNull)
                        .findFirst().orElse(null);
                if (row.isRefused()) {
                    for (int i = 0; i < row.rows().size(); i++) {
                        tally.refuse(row.rows().get(i).line(), row.rows().get(i).cells(), row.errors().get(i));
                    }
                } else if (earlier == null) {
                    fresh.add(row);
                } else if (Arrays.equals(earlier.digest(), row.digest())) {
                    tally.countUnchanged(row.rows().size());
                } else {
                    refuse(tally, row, List.of(FieldError.of("", "row-contradicts-line", earlier.line())));
                }
            }
            return fresh;
        }

        private void rehearse(List<UnderstoodRow<R>> fresh, Tally tally, List<RowKeys.Spoken> spoken) {
            List<RecordChanges.Change> changed = RecordChanges.of(() -> execute(fresh, tally, spoken));
            if (versions.containsKey(job.recordKind())) {
                tally.rehearse(rehearsed.compare(job, changed, versions.get(job.recordKind())));
            }
        }

        /** The line that changed each record. */
        private Map<String, Long> execute(List<UnderstoodRow<R>> fresh, Tally tally, List<RowKeys.Spoken> spoken) {
            List<PlannedRow> plan = importer.plan(fresh.stream().map(UnderstoodRow::value).toList(), job.caller());
            List<BatchItem> items = new ArrayList<>(plan.size());
            for (int i = 0; i < plan.size(); i++) {
                CommandContext context = context(fresh.get(i).line());
                switch (plan.get(i)) {
                    case PlannedRow.Create(Object command, _) -> items.add(new BatchItem(command, context));
                    case PlannedRow.Change(Object command, _) -> items.add(new BatchItem(command, context));
                    case PlannedRow.Refuse _ -> { }
                }
            }
            List<Outcome> outcomes = items.isEmpty() ? List.of() : commands.execute(items);
            Map<String, Long> lines = new HashMap<>();
            int next = 0;
            for (int i = 0; i < plan.size(); i++) {
                UnderstoodRow<R> row = fresh.get(i);
                if (plan.get(i) instanceof PlannedRow.Refuse(Refusal refusal)) {
                    refuse(tally, row, refusal.errors());
                    continue;
                }
                Outcome outcome = outcomes.get(next++);
                boolean isNew = plan.get(i) instanceof PlannedRow.Create;
                if (outcome instanceof Outcome.Refused(Refusal refusal)) {
                    refuse(tally, row, refusal.errors());
                } else {
                    tally.count(outcome, isNew, row.rows().size());
                    row.keys().forEach(key -> spoken.add(new RowKeys.Spoken(key, row.line(), row.digest())));
                    tally.note(row.line(), row.rows().getFirst().cells(), notes(plan.get(i)));
                }
                if (outcome instanceof Outcome.Accepted(var recorded)) {
                    lines.put(recorded.recordId(), row.line());
                }
            }
            return lines;
        }

        private static List<FieldError> notes(PlannedRow planned) {
            return switch (planned) {
                case PlannedRow.Create(_, List<FieldError> notes) -> notes;
                case PlannedRow.Change(_, List<FieldError> notes) -> notes;
                case PlannedRow.Refuse _ -> List.of();
            };
        }

        private void refuse(Tally tally, UnderstoodRow<R> row, List<FieldError> errors) {
            row.rows().forEach(one -> tally.refuse(one.line(), one.cells(), errors));
        }

        private CommandContext context(long line) {
            return CommandContext.of(job.caller(), null, "import " + job.id() + " row " + line, job.correlationId(),
                    job.traceparent());
        }

        @Override
        public void finish() {
            files.delete(job.id());
            rowKeys.delete(job.id());
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
