package io.rapport.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Carries one claimed job on until it is done, is stopped, or this process is about to end. */
final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final int FIRST_BATCH = 100;
    private static final int SMALLEST_BATCH = 20;
    private static final int REPETITIONS = 5;

    private final Map<JobTask, JobWork> works;
    private final JobLeases leases;
    private final JobBatch batches;
    private final JobProperties properties;
    private final BooleanSupplier processEnds;

    JobRun(Map<JobTask, JobWork> works, JobLeases leases, JobBatch batches, JobProperties properties,
           BooleanSupplier processEnds) {
        this.works = Map.copyOf(works);
        this.leases = leases;
        this.batches = batches;
        this.properties = properties;
        this.processEnds = processEnds;
    }

    void carryOn(Job job) throws InterruptedException {
        try (JobSteps<?> steps = works.get(job.task()).open(job)) {
            if (carryOn(job, steps)) {
                batches.finish(job, steps);
                LOG.info("Job {} is done", job.id());
            }
        } catch (JobLeases.LeaseLost lost) {
            LOG.info("Job {} is carried on elsewhere", job.id());
        } catch (TransientDataAccessException | DataAccessResourceFailureException
                 | CannotCreateTransactionException unreachable) {
            // The lease runs out, and whoever reaches the database first goes on.
            throw unreachable;
        } catch (IOException | RuntimeException fault) {
            LOG.error("Job {} failed", job.id(), fault);
            batches.fail(job);
        }
    }

    /** Whether nothing is left to do. */
    private <I> boolean carryOn(Job job, JobSteps<I> steps) throws IOException, InterruptedException {
        int size = Math.min(FIRST_BATCH, properties.batchRows());
        List<I> batch;
        while (!(batch = steps.next(size)).isEmpty()) {
            if (processEnds.getAsBoolean()) {
                leases.giveUp(job.id());
                return false;
            }
            long start = System.nanoTime();
            if (!carryOut(job, steps, batch)) {
                return false;
            }
            size = nextSize(size, Duration.ofNanos(System.nanoTime() - start));
        }
        return true;
    }

    private <I> boolean carryOut(Job job, JobSteps<I> steps, List<I> batch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return batches.carryOut(job, steps, batch);
            } catch (JobLeases.LeaseLost lost) {
                throw lost;
            } catch (RuntimeException collision) {
                // Usually another writer was faster. A smaller batch collides less and brings out the row that is
                // at fault if it is none of that.
                LOG.debug("Batch of {} rows failed", batch.size(), collision);
                if (batch.size() > 1) {
                    int middle = batch.size() / 2;
                    return carryOut(job, steps, batch.subList(0, middle))
                            && carryOut(job, steps, batch.subList(middle, batch.size()));
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
}
