package io.rapport.interaction.application.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.Duration;
import io.rapport.interaction.application.tasks.ScheduledTask;
import io.rapport.interaction.domain.tasks.Occurrence;
import io.rapport.interaction.domain.tasks.RepeatRule;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.interaction.domain.tasks.TaskStatus;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tasks as an iCalendar file (RFC 5545). Each is an event whose UID stays for good and whose SEQUENCE grows with every
 * change, so that calendars notice. Pure.
 */
final class TaskCalendar {

    private static final Duration LENGTH = Duration.builder().minutes(30).build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int YEARS_AHEAD = 3;
    private static final int HIGH = 1;
    private static final int NORMAL = 5;
    private static final int LOW = 9;

    private final ICalendar calendar = new ICalendar();
    private final Map<String, TimezoneAssignment> zones = new HashMap<>();
    private final Instant from;
    private final Instant now;
    private final boolean texts;

    private TaskCalendar(Instant from, Instant now, boolean texts) {
        this.from = from;
        this.now = now;
        this.texts = texts;
    }

    /**
     * @param tasks with a day each
     * @param from  before the first of them
     * @param texts whether titles and notes are told
     */
    static String of(List<ScheduledTask> tasks, Instant from, Instant now, boolean texts) {
        TaskCalendar made = new TaskCalendar(from, now, texts);
        made.calendar.setProductId("-//Rapport//Tasks//EN");
        made.calendar.setExperimentalProperty("X-WR-CALNAME", "Rapport");
        made.calendar.setRefreshInterval(Duration.builder().minutes(15).build());
        tasks.forEach(task -> made.calendar.addEvent(made.event(task)));
        return Biweekly.write(made.calendar).version(ICalVersion.V2_0).go();
    }

    private VEvent event(ScheduledTask task) {
        TaskFacts facts = task.state().facts();
        VEvent event = new VEvent();
        event.setUid(task.id() + "@rapport");
        event.setSequence((int) Math.min(Integer.MAX_VALUE, task.version()));
        event.setDateTimeStamp(Date.from(now));
        event.setCreated(Date.from(task.openedAt()));
        event.setLastModified(Date.from(task.changedAt()));
        boolean done = task.state().status() == TaskStatus.DONE;
        String words = texts && facts.title() != null ? facts.title() : facts.kind();
        event.setSummary(done ? "✓ " + words : words);
        if (texts && facts.note() != null) {
            event.setDescription(facts.note());
        }
        event.addCategories(facts.kind());
        event.setPriority(switch (facts.priority()) {
            case "HIGH" -> HIGH;
            case "LOW" -> LOW;
            default -> NORMAL;
        });
        event.setStatus(task.state().status() == TaskStatus.CANCELLED ? Status.cancelled() : Status.confirmed());
        setMoment(event, facts);
        if (task.state().status() == TaskStatus.OPEN) {
            setRepeats(event, task);
        }
        return event;
    }

    private void setMoment(VEvent event, TaskFacts facts) {
        ZoneId zone = ZoneId.of(facts.timeZone());
        if (facts.dueTime() == null) {
            event.setDateStart(new DateStart(midnight(facts.due()), false));
            event.setDateEnd(midnight(facts.due().plusDays(1)), false);
            event.setTransparency(true);
        } else {
            DateStart start = new DateStart(Date.from(moment(facts.due(), facts.dueTime(), zone)), true);
            event.setDateStart(start);
            event.setDuration(LENGTH);
            calendar.getTimezoneInfo().setTimezone(start, zones.computeIfAbsent(zone.getId(), _ ->
                    TimeZones.described(zone, from, now.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant())));
        }
    }

    /** Those to come are shown ahead, unless this one was put off: then they do not follow from it. */
    private static void setRepeats(VEvent event, ScheduledTask task) {
        TaskFacts facts = task.state().facts();
        Occurrence occurrence = task.state().occurrence();
        if (occurrence == null || !occurrence.scheduled().equals(facts.due())
                || !Objects.equals(occurrence.time(), facts.dueTime())) {
            return;
        }
        ZoneId zone = ZoneId.of(facts.timeZone());
        RepeatRule.remaining(facts.repeat(), occurrence.start(), facts.due(), last -> facts.dueTime() == null
                        ? DAY.format(last) : MOMENT.format(moment(last, facts.dueTime(), zone).atOffset(ZoneOffset.UTC)))
                .ifPresent(rule -> event.addExperimentalProperty("RRULE", rule));
    }

    private static Instant moment(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** As the library takes whole days: midnight where this process runs. */
    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
