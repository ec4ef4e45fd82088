package io.rapport.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looks for jobs and carries them on, one at a time, as long as the process lives. A job of a process that died is
 * taken over when its lease has run out.
 */
public class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobLeases leases;
    private final JobRun run;
    private final Set<String> recordKinds;
    private final JobProperties properties;
    private final Semaphore news = new Semaphore(0);
    private final StopSign stopSign;
    private volatile Thread thread;

    /** Shared with the run, which looks at it between two batches. */
    static final class StopSign {
        private volatile boolean up;

        boolean isUp() {
            return up;
        }
    }

    JobRunner(JobLeases leases, JobRun run, Set<String> recordKinds, JobProperties properties, StopSign stopSign) {
        this.leases = leases;
        this.run = run;
        this.recordKinds = Set.copyOf(recordKinds);
        this.properties = properties;
        this.stopSign = stopSign;
    }

    /** Says that there is a job, so that it need not wait for the next look. */
    void wake() {
        news.release();
    }

    @Override
    public void start() {
        stopSign.up = false;
        thread = Thread.ofVirtual().name("job-runner").start(this::loop);
    }

    /** Waits until the present batch is committed. */
    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopSign.up = true;
        wake();
        try {
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void loop() {
        try {
            while (!stopSign.isUp()) {
                next();
            }
        } catch (InterruptedException ended) {
            LOG.info("Jobs are carried on by other instances");
        }
    }

    private void next() throws InterruptedException {
        try {
            Optional<Job> job = leases.claim(recordKinds);
            if (job.isPresent()) {
                run.carryOn(job.get());
            } else if (news.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (RuntimeException | Error fault) {
            // Whatever it was: as long as the process lives, the next job gets its chance.
            LOG.warn("Jobs rest for {}", properties.poll(), fault);
            Thread.sleep(properties.poll());
        }
    }
}
