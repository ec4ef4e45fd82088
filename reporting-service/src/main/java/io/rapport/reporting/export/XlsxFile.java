package io.rapport.reporting.export;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An Excel workbook: days, moments, numbers and amounts as cells of their own type. Texts are typed as texts, which no
 * spreadsheet takes for formulas, and are written where they stand, since a table of shared texts would grow with the
 * file. What does not fit on a sheet goes on on the next.
 */
final class XlsxFile implements TableFile {

    /** Rows held in memory. */
    private static final int HELD = 500;
    private static final int MAX_CELL = 32_767;
    private static final int MAX_DIGITS = 15;
    private static final double WIDTH = 18;
    /** Excel has a 29 February 1900 and nothing before that year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook workbook;
    private final String title;
    private final int maxRows;
    private List<Header> headers;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    XlsxFile(OutputStream out, String title) {
        this(out, title, Worksheet.MAX_ROWS);
    }

    /**
     * @param maxRows of a sheet, with its header
     */
    XlsxFile(OutputStream out, String title, int maxRows) {
        this.workbook = new Workbook(out, "Rapport", null);
        this.title = title;
        this.maxRows = maxRows;
    }

    @Override
    public void header(List<Header> wanted) throws IOException {
        headers = List.copyOf(wanted);
        nextSheet();
    }

    private void nextSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? title : title + ' ' + sheets);
        sheet.freezePane(0, 1);
        rows = 1;
        for (int column = 0; column < headers.size(); column++) {
            Header header = headers.get(column);
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, header.moments() ? header.text() + " (UTC)" : header.text());
            sheet.style(0, column).bold().set();
        }
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (rows == maxRows) {
            nextSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        rows++;
        if (rows % HELD == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Cell.Text(var text) -> text(column, text);
            case Cell.Number(var number) -> number(column, number, null);
            case Cell.Amount(var money) -> number(column, money.amount(), money.currency());
            case Cell.Day(var day) -> time(column, day.atStartOfDay(), "yyyy-mm-dd", day.toString());
            case Cell.Moment(var moment) -> time(column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC),
                    "yyyy-mm-dd hh:mm:ss", moment.toString());
            case Cell.Flag(var flag) -> sheet.value(rows, column, flag);
        }
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(rows, column, text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL - 1) + '…');
        }
    }

    /** A number with more digits than a spreadsheet keeps is a text, and so stays exact. */
    private void number(int column, BigDecimal number, String currency) {
        if (number.precision() > MAX_DIGITS) {
            text(column, currency == null ? number.toPlainString() : number.toPlainString() + ' ' + currency);
            return;
        }
        sheet.value(rows, column, number);
        if (currency != null) {
            String decimals = number.scale() > 0 ? "." + "0".repeat(number.scale()) : "";
            sheet.style(rows, column).format("#,##0" + decimals + " \"" + currency + '"').set();
        }
    }

    private void time(int column, LocalDateTime time, String format, String text) {
        if (time.toLocalDate().isBefore(FIRST_DAY) || time.getYear() > 9999) {
            text(column, text);
            return;
        }
        sheet.value(rows, column, time);
        sheet.style(rows, column).format(format).set();
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
