package io.rapport.interaction.api.notifications;

import io.rapport.interaction.application.notifications.LiveNotifications;
import io.rapport.interaction.application.notifications.Notification;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;

/** One connection that notifications are sent over; each with its id, which the client names when it comes back. */
final class EventStream implements LiveNotifications.Listener {

    private final SseEmitter emitter;

    EventStream(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public boolean tell(Notification notification) {
        return sent(SseEmitter.event().id(Long.toString(notification.id())).name("notification")
                .data(notification, MediaType.APPLICATION_JSON));
    }

    @Override
    public boolean beat() {
        return sent(SseEmitter.event().comment("alive"));
    }

    @Override
    public void end() {
        emitter.complete();
    }

    private boolean sent(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }
}
