package io.rapport.interaction.application.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TimeZone;

/** Describes time zones for calendars, change by change as this machine knows them. */
final class TimeZones {

    private TimeZones() {
    }

    /** A zone with its changes between two moments, and what holds before the first. */
    static TimezoneAssignment described(ZoneId zone, Instant from, Instant until) {
        ZoneRules rules = zone.getRules();
        VTimezone described = new VTimezone(zone.getId());
        ZoneOffset first = rules.getOffset(from);
        add(described, rules, from, LocalDateTime.ofInstant(from, first), first, first);
        for (ZoneOffsetTransition change = rules.nextTransition(from);
                change != null && change.getInstant().isBefore(until);
                change = rules.nextTransition(change.getInstant())) {
            add(described, rules, change.getInstant(), change.getDateTimeBefore(), change.getOffsetBefore(),
                    change.getOffsetAfter());
        }
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), described);
    }

    private static void add(VTimezone zone, ZoneRules rules, Instant at, LocalDateTime local, ZoneOffset before,
            ZoneOffset after) {
        Observance observance;
        if (rules.isDaylightSavings(at)) {
            DaylightSavingsTime summer = new DaylightSavingsTime();
            zone.addDaylightSavingsTime(summer);
            observance = summer;
        } else {
            StandardTime standard = new StandardTime();
            zone.addStandardTime(standard);
            observance = standard;
        }
        observance.setDateStart(new DateTimeComponents(local.getYear(), local.getMonthValue(), local.getDayOfMonth(),
                local.getHour(), local.getMinute(), local.getSecond(), false));
        observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
        observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
    }
}
