package io.rapport.interaction.application.calendar;

import io.rapport.interaction.application.tasks.TaskSchedule;
import io.rapport.rights.Action;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.problem.ProblemException;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the calendar of a user reads at his secret address: his own tasks, as far as he may see them at that moment. */
@Component
public class PrivateCalendar {

    private static final int DAYS_BACK = 90;
    private static final int MOST = 2_000;

    private final CalendarFeeds feeds;
    private final TaskSchedule schedule;
    private final CallerRights rights;
    private final Clock clock = Clock.systemUTC();

    PrivateCalendar(CalendarFeeds feeds, TaskSchedule schedule, CallerRights rights) {
        this.feeds = feeds;
        this.schedule = schedule;
        this.rights = rights;
    }

    /**
     * @return an iCalendar file; empty where there is no such address, or whoever opened it may see no tasks any more
     * @throws ProblemException 503 until the directory was read once
     */
    public Optional<String> read(String secret) {
        return feeds.reader(secret).flatMap(reader -> of(rights.of(reader)));
    }

    private Optional<String> of(Rights reader) {
        Holders himself = Holders.of(reader.user());
        if (!reader.may(Kind.TASK, Action.READ, himself)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_BACK);
        return Optional.of(TaskCalendar.of(schedule.of(reader.user(), from, MOST),
                from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), now,
                reader.full(Kind.TASK, FieldClass.TEXT).include(himself)));
    }
}
