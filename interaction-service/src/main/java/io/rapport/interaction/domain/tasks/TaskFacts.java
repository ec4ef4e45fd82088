package io.rapport.interaction.domain.tasks;

import io.rapport.values.FactSheet;

import java.time.LocalDate;

/**
 * What is known about a task. Each component may be null: not known, or in a change: not touched.
 *
 * @param kind          code of {@link TaskKind}
 * @param due           the day on which it is due, where its time zone is; null: some time
 * @param dueTime       the time of that day as {@code 14:30}; null: the whole day
 * @param timeZone      of day and time, such as {@code Asia/Shanghai}
 * @param repeat        rule of RFC 5545 without its name, such as {@code FREQ=WEEKLY;BYDAY=MO}; null: once
 * @param priority      code of {@link TaskPriority}
 * @param assignee      name of the user who is to do it
 * @param customerId    the customer it is about; null for none
 * @param contactId     the person it is about; null for none
 * @param opportunityId the opportunity it is about; null for none
 */
public record TaskFacts(
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
        String opportunityId) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<TaskFacts> SHEET = FactSheet.of(TaskFacts.class);

    /** The same for somebody else. */
    TaskFacts assignedTo(String user) {
        return new TaskFacts(kind, title, note, due, dueTime, timeZone, repeat, priority, user, customerId, contactId,
                opportunityId);
    }

    /** The same at another moment. */
    TaskFacts with(Due when) {
        return new TaskFacts(kind, title, note, when.due(), when.dueTime(), when.timeZone(), repeat, priority,
                assignee, customerId, contactId, opportunityId);
    }

    /**
     * What it is if nobody says otherwise: of no particular kind, of normal priority.
     *
     * @param user who enters it and is to do it
     * @param zone where he is
     */
    public TaskFacts orElse(String user, String zone) {
        return new TaskFacts(kind == null ? TaskKind.OTHER.name() : kind, title, note, due, dueTime,
                timeZone == null ? zone : timeZone, repeat, priority == null ? TaskPriority.NORMAL.name() : priority,
                assignee == null ? user : assignee, customerId, contactId, opportunityId);
    }

    /** The moment of a task, see {@link TaskFacts}. */
    public record Due(LocalDate due, String dueTime, String timeZone) {
    }
}
