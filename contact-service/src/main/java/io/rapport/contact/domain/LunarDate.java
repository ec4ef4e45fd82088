package io.rapport.contact.domain;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day of the Chinese calendar 农历.
 *
 * @param year  of the common era in which the lunar year begins; null where it is not known
 * @param month from 1 to 12
 * @param day   from 1 to 30
 * @param leap  true for the second month of its number in a year; null for the first
 */
public record LunarDate(Integer year, Integer month, Integer day, Boolean leap) {

    private static final String ZONE = "Asia/Shanghai";
    private static final int MOST_MONTHS = 12;
    private static final int MOST_DAYS = 30;
    private static final int EARLIEST = 1600;
    private static final int LATEST = 2200;

    /** Whether there is such a day; of a year that is not known, whether there may be. */
    public boolean exists() {
        if (month == null || day == null || month < 1 || month > MOST_MONTHS || day < 1 || day > MOST_DAYS) {
            return false;
        }
        return year == null || year >= EARLIEST && year <= LATEST && on(year, Boolean.TRUE.equals(leap), day).isPresent();
    }

    /**
     * The day of the common calendar on which it is celebrated in a lunar year. A leap month that the year does not have is
     * celebrated in the month before it, a thirtieth day of a shorter month on its last.
     *
     * @param lunarYear of the common era in which the lunar year begins
     */
    public LocalDate celebratedIn(int lunarYear) {
        boolean inLeap = Boolean.TRUE.equals(leap) && on(lunarYear, true, 1).isPresent();
        return on(lunarYear, inLeap, day).or(() -> on(lunarYear, inLeap, day - 1)).orElseThrow();
    }

    private Optional<LocalDate> on(int lunarYear, boolean inLeapMonth, int dayOfMonth) {
        ChineseCalendar calendar = new ChineseCalendar();
        calendar.setTimeZone(TimeZone.getTimeZone(ZONE));
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, lunarYear);
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, inLeapMonth ? 1 : 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, dayOfMonth);
        LocalDate common = Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(ZoneId.of(ZONE)).toLocalDate();
        boolean same = calendar.get(ChineseCalendar.MONTH) == month - 1
                && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == (inLeapMonth ? 1 : 0)
                && calendar.get(ChineseCalendar.DAY_OF_MONTH) == dayOfMonth;
        return same ? Optional.of(common) : Optional.empty();
    }
}
