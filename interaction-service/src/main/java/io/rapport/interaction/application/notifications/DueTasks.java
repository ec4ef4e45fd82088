package io.rapport.interaction.application.notifications;

import io.rapport.interaction.application.tasks.TaskSchedule;
import io.rapport.interaction.application.tasks.TaskSchedule.DueTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells users what becomes due, once for each day and time that a task is due at, however many processes look: who takes
 * a task from the schedule tells of it in the same transaction.
 */
@Component
class DueTasks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueTasks.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 200;

    private final TaskSchedule schedule;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();
    private ScheduledExecutorService executor;

    DueTasks(TaskSchedule schedule, Notifications notifications, PlatformTransactionManager transactions) {
        this.schedule = schedule;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("due-tasks").daemon().factory());
        executor.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        executor.shutdownNow();
        executor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void look() {
        try {
            while (Boolean.TRUE.equals(transaction.execute(_ -> tell() == AT_ONCE))) {
                // There are more.
            }
        } catch (DataAccessException | TransactionException notNow) {
            LOG.warn("What is due cannot be told now, trying again: {}", notNow.toString());
        }
    }

    private int tell() {
        List<DueTask> due = schedule.takeDue(clock.instant(), AT_ONCE);
        // Locks are taken in one order, so that nobody waits for somebody who waits for him.
        due.stream().sorted(Comparator.comparing(DueTask::assignee)).forEach(task -> notifications.tell(task.assignee(),
                NotificationKind.TASK_DUE, task.id() + "/due/" + task.dueAt(), "task", task.id(), null, task.dueAt()));
        return due.size();
    }
}
