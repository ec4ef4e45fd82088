package io.rapport.web.download;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula are written with an apostrophe in front, which spreadsheets take as
 * the mark of a text; reading takes it off again, so that a file we wrote comes back as it was.
 */
public final class SafeCell {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*%?");

    private SafeCell() {
    }

    /** The cell as it may stand in a file for spreadsheets. */
    public static String safe(String cell) {
        return isDangerous(cell) && !NUMBER.matcher(cell).matches() ? '\'' + cell : cell;
    }

    /** What {@link #safe} was given; any other cell as it is. */
    public static String restored(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0;
    }
}
