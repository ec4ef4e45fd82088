package io.rapport.reporting.tasks;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A task as it is read; fields that nobody has set are null.
 *
 * @param due          day on which it is due, in its time zone; null: some time
 * @param dueTime      time of that day as {@code 14:30}; null: the whole day
 * @param repeat       rule of RFC 5545; null: once
 * @param series       id of the first task of the series; null for a task that does not repeat, and for the first
 * @param status       {@code OPEN}, {@code DONE} or {@code CANCELLED}
 * @param completedAt  null unless it is done
 * @param cancelReason null unless it is cancelled, and where nobody said
 * @param next         id of the task of the series that opened when this one was done; null for none
 */
public record TaskDocument(
        @BsonId String id,
        String kind,
        String title,
        String note,
        LocalDate due,
        String dueTime,
        String timeZone,
        String repeat,
        String priority,
        String assignee,
        String customerId,
        String contactId,
        String opportunityId,
        String series,
        String status,
        Instant completedAt,
        String cancelReason,
        String next,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets,
        CustomerHold customerHold) implements BelongsToCustomer {

    public TaskDocument {
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /** The moment it is due; null where it is due on a whole day, or some time. */
    public Instant dueAt() {
        return due == null || dueTime == null ? null : due.atTime(LocalTime.parse(dueTime)).atZone(zone()).toInstant();
    }

    /** When its day begins; null unless it is open. */
    public Instant dueFrom() {
        return !isOpen() || due == null ? null : due.atStartOfDay(zone()).toInstant();
    }

    /** From when on it is overdue; null unless it is open. */
    public Instant overdueFrom() {
        if (!isOpen() || due == null) {
            return null;
        }
        return dueTime == null ? due.plusDays(1).atStartOfDay(zone()).toInstant() : dueAt();
    }

    private boolean isOpen() {
        return "OPEN".equals(status);
    }

    /** UTC for one that only newer systems know. */
    private ZoneId zone() {
        try {
            return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Whoever is to do it. */
    @Override
    public String owner() {
        return assignee;
    }

    @Override
    public TaskDocument heldBy(CustomerHold hold) {
        return new TaskDocument(id, kind, title, note, due, dueTime, timeZone, repeat, priority, assignee, customerId,
                contactId, opportunityId, series, status, completedAt, cancelReason, next, createdAt, createdBy,
                updatedAt, updatedBy, version, archived, buckets, hold);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.TASK;
    }
}
