package io.rapport.jobs.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a number in a cell looks like: a date, a time, a percentage, a code with leading zeros, or itself. */
final class XlsxStyles {

    private enum Look { PLAIN, DATE, TIME, PERCENT }

    private record Style(Look look, int digits) {
    }

    private static final Style PLAIN = new Style(Look.PLAIN, 0);
    private static final int MOST_STYLES = 1 << 16;
    /** What is no part of the pattern: quoted and escaped text, conditions, colours and locales. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,20}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
    /** Excel shows and computes no more digits; what follows is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final double LAST_DAY = 2_958_466;
    private static final int LEAP_DAY_THAT_WAS_NONE = 60;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final List<Style> styles;
    private final LocalDateTime start;

    private XlsxStyles(List<Style> styles, boolean since1904) {
        this.styles = styles;
        this.start = since1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : null;
    }

    /**
     * @param part      name of the part that holds them; null when there is none
     * @param since1904 whether days count from 1904, as on old Macs
     */
    static XlsxStyles read(XlsxPackage workbook, String part, boolean since1904) throws IOException {
        Map<String, String> codes = new HashMap<>();
        List<Style> styles = new ArrayList<>();
        if (part != null) {
            try (XlsxXml xml = XlsxXml.open(workbook, part)) {
                boolean ofCells = false;
                while (xml.next()) {
                    if (xml.starts("numFmt") && codes.size() < MOST_STYLES) {
                        codes.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                    } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                        ofCells = xml.starts("cellXfs");
                    } else if (ofCells && xml.starts("xf") && styles.size() < MOST_STYLES) {
                        String id = xml.attribute("numFmtId");
                        styles.add(style(id, codes.get(id)));
                    }
                }
            }
        }
        return new XlsxStyles(styles, since1904);
    }

    private static Style style(String id, String code) {
        return code == null ? builtIn(id) : ofCode(code);
    }

    /** The formats that files name by number only, those of Chinese, Japanese and Korean Excel among them. */
    private static Style builtIn(String id) {
        return switch (id == null ? "" : id) {
            case "9", "10" -> new Style(Look.PERCENT, 0);
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57",
                 "58" -> new Style(Look.DATE, 0);
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "47", "55", "56" -> new Style(Look.TIME, 0);
            default -> PLAIN;
        };
    }

    private static Style ofCode(String code) {
        String pattern = LITERAL.matcher(code).replaceAll("");
        int section = pattern.indexOf(';');
        pattern = section < 0 ? pattern : pattern.substring(0, section);
        if (LEADING_ZEROS.matcher(pattern).matches()) {
            return new Style(Look.PLAIN, pattern.length());
        }
        if (pattern.equalsIgnoreCase("General") || pattern.isBlank()) {
            return PLAIN;
        }
        String letters = pattern.toLowerCase(java.util.Locale.ROOT);
        boolean clock = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        if (letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('m') >= 0 && !clock
                || letters.contains("aaa")) {
            return new Style(Look.DATE, 0);
        }
        if (clock) {
            return new Style(Look.TIME, 0);
        }
        return pattern.indexOf('%') >= 0 ? new Style(Look.PERCENT, 0) : PLAIN;
    }

    /**
     * A number as text.
     *
     * @param style number of the cell's style; null when it has none
     * @throws io.rapport.contracts.refusal.Refusal if it is none
     */
    String shown(String number, String style) {
        Style look = look(style);
        double value;
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
        if (!Double.isFinite(value)) {
            throw FileProblem.of("workbook-damaged");
        }
        boolean isTime = (look.look() == Look.DATE || look.look() == Look.TIME) && value >= 0 && value < LAST_DAY;
        if (isTime) {
            return time(value, look.look());
        }
        String plain = WHOLE.matcher(number).matches() ? number : plain(new BigDecimal(value, DIGITS));
        if (look.look() == Look.PERCENT) {
            return plain(new BigDecimal(value, DIGITS).movePointRight(2)) + '%';
        }
        return WHOLE.matcher(plain).matches() && !plain.startsWith("-") && plain.length() < look.digits()
                ? "0".repeat(look.digits() - plain.length()) + plain
                : plain;
    }

    private Style look(String style) {
        try {
            int index = style == null ? -1 : Integer.parseInt(style);
            return index >= 0 && index < styles.size() ? styles.get(index) : PLAIN;
        } catch (NumberFormatException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String time(double value, Look look) {
        long days = (long) value;
        long seconds = Math.round((value - days) * 86_400);
        LocalDateTime time = start(days).plusDays(days).plusSeconds(seconds);
        if (days == 0 && look == Look.TIME) {
            return time.toLocalTime().format(CLOCK);
        }
        String date = time.toLocalDate().toString();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? date : date + ' ' + time.toLocalTime().format(CLOCK);
    }

    /** Excel counts a 29 February 1900, which was none. */
    private LocalDateTime start(long days) {
        if (start != null) {
            return start;
        }
        return days < LEAP_DAY_THAT_WAS_NONE
                ? LocalDateTime.of(1899, 12, 31, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    }
}
