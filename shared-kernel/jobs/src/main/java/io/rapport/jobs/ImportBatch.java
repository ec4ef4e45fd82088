package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Outcome;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Carries out one batch of rows: the records, the progress and the refused rows are committed together or not at all,
 * so that after a crash each row has been dealt with exactly once. A dry run does the same and takes the records back.
 */
final class ImportBatch {

    private final TransactionTemplate transaction;
    private final TransactionTemplate rehearsal;
    private final CommandBatch commands;
    private final JobLeases leases;
    private final RefusedRows refusedRows;
    private final RowKeys rowKeys;

    ImportBatch(TransactionTemplate transaction, CommandBatch commands, JobLeases leases, RefusedRows refusedRows,
                RowKeys rowKeys) {
        this.transaction = transaction;
        this.rehearsal = new TransactionTemplate(transaction.getTransactionManager());
        this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.commands = commands;
        this.leases = leases;
        this.refusedRows = refusedRows;
        this.rowKeys = rowKeys;
    }

    /**
     * @return false if the job was asked to stop: then nothing was done
     * @throws JobLeases.LeaseLost if another runner has the job
     */
    <R> boolean carryOut(Job job, RowImporter<R> importer, List<UnderstoodRow<R>> rows) {
        long start = System.nanoTime();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (leases.hold(job.id()).stopRequested()) {
                leases.end(job.id(), JobState.STOPPED);
                return false;
            }
            Tally tally = new Tally();
            List<UnderstoodRow<R>> fresh = fresh(job, rows, tally);
            if (!fresh.isEmpty()) {
                if (job.dryRun()) {
                    rehearsal.executeWithoutResult(inner -> {
                        execute(job, importer, fresh, tally);
                        inner.setRollbackOnly();
                    });
                } else {
                    execute(job, importer, fresh, tally);
                }
            }
            refusedRows.add(job.id(), tally.refused);
            rowKeys.add(job.id(), tally.spoken);
            leases.advance(job.id(), tally.progress(rows.size(), (System.nanoTime() - start) / 1_000_000));
            return true;
        }));
    }

    /** Rows that are neither refused already nor speak for a record that an earlier line spoke for. */
    private <R> List<UnderstoodRow<R>> fresh(Job job, List<UnderstoodRow<R>> rows, Tally tally) {
        Map<String, RowKeys.Spoken> taken =
                rowKeys.taken(job.id(), rows.stream().flatMap(row -> row.keys().stream()).toList());
        List<UnderstoodRow<R>> fresh = new ArrayList<>(rows.size());
        for (UnderstoodRow<R> row : rows) {
            RowKeys.Spoken earlier = row.keys().stream().map(taken::get).filter(java.util.Objects::nonNull)
                    .findFirst().orElse(null);
            if (row.isRefused()) {
                tally.refuse(row, row.errors());
            } else if (earlier == null) {
                fresh.add(row);
            } else if (Arrays.equals(earlier.digest(), row.digest())) {
                tally.unchanged++;
            } else {
                tally.refuse(row, List.of(FieldError.of("", "row-contradicts-line", earlier.line())));
            }
        }
        return fresh;
    }

    private <R> void execute(Job job, RowImporter<R> importer, List<UnderstoodRow<R>> rows, Tally tally) {
        List<PlannedRow> plan = importer.plan(rows.stream().map(UnderstoodRow::value).toList());
        List<BatchItem> items = new ArrayList<>(plan.size());
        for (int i = 0; i < plan.size(); i++) {
            CommandContext context = context(job, rows.get(i).row().line());
            switch (plan.get(i)) {
                case PlannedRow.Create(Object command) -> items.add(new BatchItem(command, context));
                case PlannedRow.Change(Object command) -> items.add(new BatchItem(command, context));
                case PlannedRow.Refuse ignored -> { }
            }
        }
        List<Outcome> outcomes = items.isEmpty() ? List.of() : commands.execute(items);
        int next = 0;
        for (int i = 0; i < plan.size(); i++) {
            UnderstoodRow<R> row = rows.get(i);
            switch (plan.get(i)) {
                case PlannedRow.Create ignored -> tally.count(row, outcomes.get(next++), true);
                case PlannedRow.Change ignored -> tally.count(row, outcomes.get(next++), false);
                case PlannedRow.Refuse(Refusal refusal) -> tally.refuse(row, refusal.errors());
            }
        }
    }

    private static CommandContext context(Job job, long line) {
        return new CommandContext(job.creator(), null, "import " + job.id() + " row " + line, job.correlationId(),
                job.traceparent());
    }

    /** What one batch came to. */
    private static final class Tally {

        private final List<RefusedRow> refused = new ArrayList<>();
        private final List<RowKeys.Spoken> spoken = new ArrayList<>();
        private long created;
        private long updated;
        private long unchanged;

        void count(UnderstoodRow<?> row, Outcome outcome, boolean isNew) {
            switch (outcome) {
                case Outcome.Accepted ignored when isNew -> created++;
                case Outcome.Accepted ignored -> updated++;
                case Outcome.Unchanged ignored -> unchanged++;
                case Outcome.Refused(Refusal refusal) -> {
                    refuse(row, refusal.errors());
                    return;
                }
            }
            row.keys().forEach(key -> spoken.add(new RowKeys.Spoken(key, row.row().line(), row.digest())));
        }

        void refuse(UnderstoodRow<?> row, List<FieldError> errors) {
            refused.add(new RefusedRow(row.row().line(), row.row().cells(), errors));
        }

        Job.Progress progress(long done, long millis) {
            return new Job.Progress(0, done, created, updated, unchanged, refused.size(), millis);
        }
    }
}
