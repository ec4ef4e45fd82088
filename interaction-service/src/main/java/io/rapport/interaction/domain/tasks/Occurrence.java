package io.rapport.interaction.domain.tasks;

import java.time.LocalDate;

/**
 * Which turn of a repeating task this one is.
 *
 * @param series    id of the first task that the rule was given to
 * @param start     day of that one: the rule counts from there
 * @param scheduled day that the rule gives this one; postponing it changes nothing here
 * @param time      time of day of the whole series as {@code 14:30}; null: whole days
 */
public record Occurrence(String series, LocalDate start, LocalDate scheduled, String time) {

    Occurrence at(String otherTime) {
        return new Occurrence(series, start, scheduled, otherTime);
    }

    /** The one after it in the series. */
    Occurrence on(LocalDate day) {
        return new Occurrence(series, start, day, time);
    }
}
