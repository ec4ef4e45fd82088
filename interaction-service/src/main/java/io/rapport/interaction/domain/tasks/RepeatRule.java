package io.rapport.interaction.domain.tasks;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repeat rule of RFC 5545 as tasks take it: by days, weeks, months or years. Bounded, so that no rule keeps a thread
 * busy: whatever comes from outside is counted.
 */
public final class RepeatRule {

    /** Characters of a rule. */
    static final int LONGEST = 300;
    static final int MOST_TIMES = 1_000;

    private static final int LARGEST_STEP = 1_000;
    /** Occurrences that are looked at one by one; a day each, these reach beyond any career. */
    private static final int MOST_STEPS = 20_000;
    private static final int LAST_YEAR = 9_999;
    private static final Set<Freq> BY_DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private final RecurrenceRule rule;

    private RepeatRule(RecurrenceRule rule) {
        this.rule = rule;
    }

    /** Empty for what is no rule. */
    static Optional<RepeatRule> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            RecurrenceRule rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
            // Other calendars are of RFC 7529.
            return rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP) ? Optional.empty()
                    : Optional.of(new RepeatRule(rule));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it repeats on other days, and not too many times. */
    boolean isModest() {
        // No constant of this class: the library's parts cannot be loaded before its rules.
        boolean withinDays = Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND).anyMatch(rule::hasPart);
        return BY_DAYS.contains(rule.getFreq()) && !withinDays
                && rule.getInterval() <= LARGEST_STEP && (rule.getCount() == null || rule.getCount() <= MOST_TIMES);
    }

    /** Whether its end, if it has one, is a day. */
    boolean endsOnADay() {
        return rule.getUntil() == null || rule.getUntil().isAllDay();
    }

    /**
     * The first day of the rule that comes after {@code after} and not before {@code earliest}.
     *
     * @param start day of the first occurrence
     * @return empty where the rule is over, or never comes true
     */
    Optional<LocalDate> next(LocalDate start, LocalDate after, LocalDate earliest) {
        LocalDate from = after.plusDays(1).isAfter(earliest) ? after.plusDays(1) : earliest;
        try {
            RecurrenceRuleIterator days = rule.iterator(day(start));
            if (rule.getCount() == null) {
                days.fastForward(day(from));
            }
            for (int step = 0; step < MOST_STEPS && days.hasNext(); step++) {
                DateTime next = days.nextDateTime();
                if (next.getYear() > LAST_YEAR) {
                    return Optional.empty();
                }
                LocalDate found = date(next);
                if (!found.isBefore(from)) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        } catch (RuntimeException neverTrue) {
            // The library has several ways to say so, and not all are meant.
            return Optional.empty();
        }
    }

    /**
     * What comes after an occurrence as a rule of its own, for calendars: ended by a moment instead of a count.
     *
     * @param rule as tasks hold it
     * @param ends the moment of the last occurrence, in UTC as {@code 20261231T010000Z}; the day itself for whole days
     * @return empty where it is the last one
     */
    public static Optional<String> remaining(String rule, LocalDate start, LocalDate from,
                                             Function<LocalDate, String> ends) {
        try {
            return read(rule).filter(repeats -> repeats.next(start, from, from).isPresent())
                    .map(repeats -> repeats.without(Part.COUNT, Part.UNTIL)
                            + repeats.last(start).map(last -> ";UNTIL=" + ends.apply(last)).orElse(""));
        } catch (RuntimeException neverTrueAgain) {
            return Optional.empty();
        }
    }

    private String without(Part... ends) {
        return Stream.of(rule.toString().split(";"))
                .filter(part -> Stream.of(ends).noneMatch(end -> part.startsWith(end.name() + '=')))
                .collect(Collectors.joining(";"));
    }

    /** The day on which it ends; empty where it does not. */
    private Optional<LocalDate> last(LocalDate start) {
        if (rule.getUntil() != null) {
            return Optional.of(date(rule.getUntil()));
        }
        if (rule.getCount() == null) {
            return Optional.empty();
        }
        LocalDate last = start;
        RecurrenceRuleIterator days = rule.iterator(day(start));
        while (days.hasNext()) {
            last = date(days.nextDateTime());
        }
        return Optional.of(last);
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }

    private static DateTime day(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }
}
