package io.rapport.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets, once a day, what would be needed to take back jobs that can no longer be taken back, and what old dry runs found. */
final class JobHousekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobHousekeeping.class);

    private final JobStore jobs;
    private final RehearsedChanges rehearsed;
    private final JobProperties properties;
    private ScheduledExecutorService scheduler;

    JobHousekeeping(JobStore jobs, RehearsedChanges rehearsed, JobProperties properties) {
        this.rehearsed = rehearsed;
        this.jobs = jobs;
        this.properties = properties;
    }

    @Override
    public void start() {
        scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("job-changes").factory());
        scheduler.scheduleWithFixedDelay(this::forget, 2, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    private void forget() {
        try {
            // A day more than promised, so that an undo that was just asked for still finds everything.
            jobs.forgetChanges(properties.undoWithin().plusDays(1));
            rehearsed.forget(Duration.ofDays(1));
        } catch (RuntimeException e) {
            LOG.warn("Changes of old jobs stay for another day: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        scheduler.shutdownNow();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
