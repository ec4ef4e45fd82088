package io.rapport.jobs.cells;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates. A form that may mean two days, such as {@code 3/1/2025}, is not guessed at. */
public final class DateCell {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T\\s].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:\\s.*)?");
    private static final List<DateTimeFormatter> ENGLISH = List.of(english("d MMM yyyy"), english("MMM d, yyyy"),
            english("d-MMM-yyyy"), english("MMMM d, yyyy"), english("d MMMM yyyy"));

    private DateCell() {
    }

    private static DateTimeFormatter english(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Empty when the text is no date, or may mean two. A time of day behind the date is left out. */
    public static Optional<LocalDate> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        for (Pattern yearFirst : List.of(YEAR_FIRST, COMPACT)) {
            Matcher parts = yearFirst.matcher(plain);
            if (parts.matches()) {
                return date(parts.group(1), parts.group(2), parts.group(3));
            }
        }
        Matcher last = YEAR_LAST.matcher(plain);
        if (last.matches()) {
            int one = Integer.parseInt(last.group(1));
            int two = Integer.parseInt(last.group(2));
            if (one > 12 || one == two) {
                return date(last.group(3), last.group(2), last.group(1));
            }
            return two > 12 ? date(last.group(3), last.group(1), last.group(2)) : Optional.empty();
        }
        return ENGLISH.stream().flatMap(format -> english(plain, format).stream()).findFirst();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> english(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
