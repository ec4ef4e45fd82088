package io.rapport.interaction.application.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.time.Instant;

/**
 * Something that a user is told. Says no more than which record it is about: what this is called, the reader asks for
 * when he may see it.
 *
 * @param id    greater than that of any that the same user was told before
 * @param actor who did it; null for the passing of time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(long id, NotificationKind kind, String recordKind, String recordId, String actor,
                           Instant toldAt, boolean read) {
}
