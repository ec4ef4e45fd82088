package io.rapport.interaction.application.notifications;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Hands notifications to those who listen, whichever process wrote them: one short question a second, however many
 * listen, and none while nobody does.
 */
@Component
public class LiveNotifications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNotifications.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int BEATS = 15;
    private static final int AT_ONCE = 100;

    private final Notifications notifications;
    private final Map<Listener, Position> listening = new ConcurrentHashMap<>();
    private final Set<Listener> busy = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService executor;
    private int looks;

    LiveNotifications(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Somebody who listens. Never called by two threads at once. */
    public interface Listener {

        /** @return false when he listens no longer */
        boolean tell(Notification notification);

        /** Says that the connection lives. */
        boolean beat();

        /** He is told no more here, and may listen elsewhere. */
        void end();
    }

    /** @param last id of the last that he was told */
    private record Position(String user, long last) {
    }

    /**
     * Begins to listen.
     *
     * @param after id of the last that the user has been told; null to be told what is new from now on
     */
    public void listen(String user, Long after, Listener listener) {
        long last = after != null ? after : notifications.last(List.of(user)).getOrDefault(user, 0L);
        listening.put(listener, new Position(user, last));
    }

    public void leave(Listener listener) {
        listening.remove(listener);
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-notifications").daemon().factory());
        executor.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        executor.shutdownNow();
        executor = null;
        // Before the server waits for requests to end: these do not end by themselves.
        listening.keySet().forEach(Listener::end);
        listening.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void look() {
        try {
            boolean beat = ++looks % BEATS == 0;
            Set<String> users = listening.values().stream().map(Position::user).collect(Collectors.toSet());
            Map<String, Long> last = users.isEmpty() ? Map.of() : notifications.last(users);
            listening.forEach((listener, position) -> {
                if (last.getOrDefault(position.user(), 0L) > position.last()) {
                    alone(listener, () -> tell(listener, position));
                } else if (beat) {
                    alone(listener, () -> beat(listener));
                }
            });
        } catch (DataAccessException notNow) {
            LOG.warn("Notifications cannot be read now, trying again: {}", notNow.toString());
        }
    }

    /** On a thread of its own: who reads slowly keeps nobody waiting but himself. */
    private void alone(Listener listener, Runnable telling) {
        if (busy.add(listener)) {
            Thread.startVirtualThread(() -> {
                try {
                    telling.run();
                } catch (DataAccessException notNow) {
                    LOG.warn("Notifications cannot be read now, trying again: {}", notNow.toString());
                } finally {
                    busy.remove(listener);
                }
            });
        }
    }

    private void beat(Listener listener) {
        if (!listener.beat()) {
            listening.remove(listener);
        }
    }

    private void tell(Listener listener, Position position) {
        for (Notification notification : notifications.after(position.user(), position.last(), AT_ONCE)) {
            if (!listener.tell(notification)) {
                listening.remove(listener);
                return;
            }
            listening.computeIfPresent(listener, (_, before) -> new Position(before.user(), notification.id()));
        }
    }
}
