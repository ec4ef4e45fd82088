package io.rapport.interaction.api.tasks;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.interaction.domain.tasks.TaskFacts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A task as clients write it: every field optional to the parser.
 *
 * @param dueAt day and time as an instant, instead of {@code due} and {@code dueTime}; takes a {@code timeZone}
 */
record TaskRequest(
        String kind,
        String title,
        String note,
        LocalDate due,
        String dueTime,
        Instant dueAt,
        String timeZone,
        String repeat,
        String priority,
        String assignee,
        String customerId,
        String contactId,
        String opportunityId) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @throws Refusal INVALID where the moment is said twice, or an instant without a time zone */
    TaskFacts facts() {
        if (dueAt == null) {
            return facts(due, dueTime);
        }
        if (due != null || dueTime != null) {
            throw Refusal.of(Refusal.Kind.INVALID, "dueAt", "due-twice");
        }
        if (timeZone == null) {
            throw Refusal.of(Refusal.Kind.INVALID, "timeZone", "required");
        }
        try {
            ZonedDateTime there = dueAt.atZone(ZoneId.of(timeZone));
            return facts(there.toLocalDate(), TIME.format(there));
        } catch (DateTimeException _) {
            throw Refusal.of(Refusal.Kind.INVALID, "timeZone", "time-zone-unknown");
        }
    }

    private TaskFacts facts(LocalDate day, String time) {
        return new TaskFacts(kind, title, note, day, time, timeZone, repeat, priority, assignee, customerId, contactId,
                opportunityId);
    }
}
