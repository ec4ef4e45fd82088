package io.rapport.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Carries one claimed job on until it is done, is stopped, or this process is about to end. */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int FIRST_BATCH = 100;
    private static final int SMALLEST_BATCH = 20;
    private static final int REPETITIONS = 5;

    private final TransactionTemplate transaction;
    private final JobLeases leases;
    private final JobFiles files;
    private final RowKeys rowKeys;
    private final ImportBatch batches;
    private final JobProperties properties;
    private final BooleanSupplier processEnds;

    ImportRun(TransactionTemplate transaction, JobLeases leases, JobFiles files, RowKeys rowKeys, ImportBatch batches,
              JobProperties properties, BooleanSupplier processEnds) {
        this.transaction = transaction;
        this.leases = leases;
        this.files = files;
        this.rowKeys = rowKeys;
        this.batches = batches;
        this.properties = properties;
        this.processEnds = processEnds;
    }

    <R> void carryOn(Job job, RowImporter<R> importer) throws IOException, InterruptedException {
        try (RowBatches<R> rows = new RowBatches<>(importer, job, files.of(job.id()))) {
            int size = Math.min(FIRST_BATCH, properties.batchRows());
            List<UnderstoodRow<R>> batch;
            while (!(batch = rows.next(size)).isEmpty()) {
                if (processEnds.getAsBoolean()) {
                    leases.giveUp(job.id());
                    return;
                }
                long start = System.nanoTime();
                if (!carryOut(job, importer, batch)) {
                    return;
                }
                size = nextSize(size, Duration.ofNanos(System.nanoTime() - start));
            }
            finish(job);
        } catch (JobLeases.LeaseLost lost) {
            LOG.info("Job {} is carried on elsewhere", job.id());
        } catch (TransientDataAccessException | DataAccessResourceFailureException
                 | CannotCreateTransactionException unreachable) {
            // The lease runs out, and whoever reaches the database first goes on.
            throw unreachable;
        } catch (IOException | RuntimeException fault) {
            LOG.error("Job {} failed", job.id(), fault);
            transaction.executeWithoutResult(status -> {
                leases.hold(job.id());
                leases.end(job.id(), JobState.FAILED);
            });
        }
    }

    private <R> boolean carryOut(Job job, RowImporter<R> importer, List<UnderstoodRow<R>> batch)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return batches.carryOut(job, importer, batch);
            } catch (JobLeases.LeaseLost lost) {
                throw lost;
            } catch (RuntimeException collision) {
                // Usually another writer was faster. A smaller batch collides less and brings out the row that is
                // at fault if it is none of that.
                LOG.debug("Batch of {} rows failed", batch.size(), collision);
                if (batch.size() > 1) {
                    int middle = batch.size() / 2;
                    return carryOut(job, importer, batch.subList(0, middle))
                            && carryOut(job, importer, batch.subList(middle, batch.size()));
                }
                if (attempt > REPETITIONS) {
                    throw collision;
                }
                Thread.sleep(50L << attempt);
            }
        }
    }

    private int nextSize(int size, Duration took) {
        double factor = (double) properties.batchTarget().toNanos() / Math.max(1, took.toNanos());
        long wanted = Math.round(size * Math.clamp(factor, 0.5, 2.0));
        return Math.toIntExact(Math.clamp(wanted, Math.min(SMALLEST_BATCH, properties.batchRows()),
                properties.batchRows()));
    }

    private void finish(Job job) {
        transaction.executeWithoutResult(status -> {
            leases.hold(job.id());
            leases.end(job.id(), JobState.DONE);
            files.delete(job.id());
            rowKeys.delete(job.id());
        });
        LOG.info("Job {} is done", job.id());
    }
}
