package io.rapport.interaction.application.interactions.imports;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.Organizer;
import biweekly.property.TextProperty;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.rapport.interaction.domain.interactions.InteractionKind;
import io.rapport.interaction.domain.interactions.Participant;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Reads the meetings of a calendar file that have begun by a moment. One that repeats is as many meetings as took place,
 * each told by its UID and when it was.
 */
final class CalendarReader {

    private static final int MOST_REPETITIONS = 1_000;
    private static final int MOST_PEOPLE = 200;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final Instant now;
    private final List<Happening> found = new ArrayList<>();

    private CalendarReader(Instant now) {
        this.now = now;
    }

    /**
     * @param now meetings that begin later have not taken place yet
     * @throws IOException if the file cannot be read
     */
    static List<Happening> read(Reader file, Instant now) throws IOException {
        CalendarReader reader = new CalendarReader(now);
        try (ICalReader calendars = new ICalReader(file)) {
            calendars.setDefaultTimezone(UTC);
            for (ICalendar calendar = calendars.readNext(); calendar != null; calendar = calendars.readNext()) {
                reader.add(calendar);
            }
        }
        return List.copyOf(reader.found);
    }

    private void add(ICalendar calendar) {
        // A single repetition that was changed stands for itself.
        Map<String, Set<Instant>> changed = new LinkedHashMap<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null && uid(event) != null) {
                changed.computeIfAbsent(uid(event), _ -> new HashSet<>())
                        .add(event.getRecurrenceId().getValue().toInstant());
            }
        }
        calendar.getEvents().forEach(event -> add(calendar, event, changed.getOrDefault(uid(event), Set.of())));
    }

    private void add(ICalendar calendar, VEvent event, Set<Instant> changed) {
        FileProblem problem = problem(calendar, event);
        if (problem != null) {
            refuse(event, problem);
            return;
        }
        Instant start = event.getDateStart().getValue().toInstant();
        if (event.getRecurrenceId() != null || event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            addOnce(event, start, event.getRecurrenceId() == null ? uid(event)
                    : uid(event) + ' ' + event.getRecurrenceId().getValue().toInstant());
        } else {
            addRepeated(calendar, event, changed);
        }
    }

    private static FileProblem problem(ICalendar calendar, VEvent event) {
        if (uid(event) == null) {
            return FileProblem.ENTRY_NO_UID;
        }
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return FileProblem.ENTRY_CANCELLED;
        }
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            return FileProblem.ENTRY_NO_START;
        }
        boolean unknownZone = Stream.of(event.getDateStart(), event.getDateEnd()).filter(date -> date != null)
                .anyMatch(date -> date.getParameters().getTimezoneId() != null
                        && calendar.getTimezoneInfo().getTimezone(date) == null);
        return unknownZone ? FileProblem.ENTRY_ZONE_UNKNOWN : null;
    }

    private void addOnce(VEvent event, Instant start, String messageId) {
        if (start.isAfter(now)) {
            refuse(event, FileProblem.ENTRY_IN_FUTURE);
        } else {
            found.add(happening(event, start, messageId));
        }
    }

    private void addRepeated(ICalendar calendar, VEvent event, Set<Instant> changed) {
        DateIterator repetitions = event.getDateIterator(zone(calendar, event.getDateStart()));
        List<Happening> all = new ArrayList<>();
        while (repetitions.hasNext()) {
            Instant start = repetitions.next().toInstant();
            if (start.isAfter(now)) {
                break;
            }
            if (all.size() == MOST_REPETITIONS) {
                refuse(event, FileProblem.ENTRY_TOO_OFTEN);
                return;
            }
            if (!changed.contains(start)) {
                all.add(happening(event, start, uid(event) + ' ' + start));
            }
        }
        if (all.isEmpty() && changed.isEmpty()) {
            refuse(event, FileProblem.ENTRY_IN_FUTURE);
        }
        all.forEach(one -> found.add(numbered(one)));
    }

    private Happening numbered(Happening one) {
        return new Happening(found.size() + 1L, one.messageId(), one.kind(), one.time(), one.durationSeconds(),
                one.subject(), one.text(), one.participants(), one.attachments(), null);
    }

    private void refuse(VEvent event, FileProblem problem) {
        found.add(Happening.refused(found.size() + 1L, uid(event), InteractionKind.MEETING, subject(event), problem));
    }

    private Happening happening(VEvent event, Instant start, String messageId) {
        String said = Stream.of(text(event.getLocation()), text(event.getDescription())).filter(part -> part != null)
                .reduce((place, description) -> place + "\n\n" + description).orElse(null);
        return new Happening(found.size() + 1L, Clipping.line(messageId, Clipping.MESSAGE_ID), InteractionKind.MEETING,
                start, seconds(event), subject(event), Clipping.lines(said, Clipping.TEXT), people(event), List.of(),
                null);
    }

    /** Null where it is not told, or makes no sense. */
    private static Long seconds(VEvent event) {
        long seconds = -1;
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            seconds = Duration.between(event.getDateStart().getValue().toInstant(),
                    event.getDateEnd().getValue().toInstant()).toSeconds();
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            seconds = event.getDuration().getValue().toMillis() / 1_000;
        }
        return seconds < 0 || seconds > LONGEST.toSeconds() ? null : seconds;
    }

    private static List<Participant> people(VEvent event) {
        Map<String, Participant> people = new LinkedHashMap<>();
        Organizer organizer = event.getOrganizer();
        if (organizer != null) {
            add(people, organizer.getEmail(), organizer.getUri(), organizer.getCommonName(), "ORGANIZER");
        }
        for (Attendee attendee : event.getAttendees()) {
            if (people.size() < MOST_PEOPLE) {
                add(people, attendee.getEmail(), attendee.getUri(), attendee.getCommonName(), "ATTENDEE");
            }
        }
        return List.copyOf(people.values());
    }

    private static void add(Map<String, Participant> people, String email, String uri, String name, String role) {
        String written = email != null ? email
                : uri != null && uri.toLowerCase(Locale.ROOT).startsWith("mailto:") ? uri.substring(7) : uri;
        String address = Clipping.line(written, Clipping.ADDRESS);
        if (address != null) {
            people.putIfAbsent(address.toLowerCase(Locale.ROOT),
                    new Participant(null, address, Clipping.line(name, Clipping.NAME), role));
        }
    }

    private static TimeZone zone(ICalendar calendar, DateOrDateTimeProperty date) {
        TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(date);
        return assigned == null ? UTC : assigned.getTimeZone();
    }

    private static String subject(VEvent event) {
        return event.getSummary() == null ? null : Clipping.line(event.getSummary().getValue(), Clipping.SUBJECT);
    }

    private static String uid(VEvent event) {
        return event.getUid() == null ? null : Clipping.line(event.getUid().getValue(), Clipping.MESSAGE_ID - 40);
    }

    private static String text(TextProperty property) {
        return property == null ? null : Clipping.lines(property.getValue(), Clipping.TEXT);
    }
}
