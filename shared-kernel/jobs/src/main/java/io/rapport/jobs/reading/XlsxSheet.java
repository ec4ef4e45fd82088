package io.rapport.jobs.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of one sheet as texts, one after the other; blank ones are left out. */
final class XlsxSheet implements Closeable {

    /**
     * @param number of the row in the sheet, from 1
     * @param cells  from the first column to the last that is not empty
     */
    record Row(long number, List<String> cells) {
    }

    private final XlsxXml xml;
    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private long number;

    XlsxSheet(XlsxXml xml, XlsxStrings strings, XlsxStyles styles) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
    }

    /** Null after the last one. */
    Row next() throws IOException {
        while (xml.next()) {
            if (xml.starts("row")) {
                Row row = row();
                if (!row.cells().stream().allMatch(String::isBlank)) {
                    return row;
                }
            } else if (xml.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private Row row() throws IOException {
        String given = xml.attribute("r");
        long next = given == null ? number + 1 : whole(given);
        if (next <= number) {
            throw FileProblem.of("workbook-damaged");
        }
        number = next;
        List<String> cells = new ArrayList<>();
        int column = -1;
        int length = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                column = column(xml.attribute("r"), column);
                String text = text();
                length += text.length();
                if (!text.isEmpty()) {
                    put(cells, column, text, length);
                }
            }
        }
        return new Row(number, cells);
    }

    private void put(List<String> cells, int column, String text, int length) {
        // One column is kept for the number of the row.
        if (column >= CsvLimits.COLUMNS - 1) {
            throw FileProblem.of("csv-too-many-columns", number, CsvLimits.COLUMNS - 1);
        }
        if (text.length() > CsvLimits.FIELD) {
            throw FileProblem.of("csv-field-too-long", number, CsvLimits.FIELD);
        }
        if (length > CsvLimits.RECORD) {
            throw FileProblem.of("csv-record-too-long", number, CsvLimits.RECORD);
        }
        if (text.indexOf(0) >= 0) {
            throw FileProblem.of("csv-nul", number);
        }
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(text);
    }

    /** Of a reference such as {@code AB12} the column, counted from 0. */
    private static int column(String reference, int before) {
        if (reference == null) {
            return before + 1;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            int letter = reference.charAt(i) - 'A' + 1;
            if (letter < 1 || letter > 26 || i > 2) {
                throw FileProblem.of("workbook-damaged");
            }
            column = column * 26 + letter;
        }
        if (column - 1 <= before) {
            throw FileProblem.of("workbook-damaged");
        }
        return column - 1;
    }

    private String text() throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        StringBuilder value = new StringBuilder();
        String inline = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                xml.appendText(value);
            } else if (xml.starts("is")) {
                inline = XlsxStrings.text(xml, "is");
            } else if (xml.starts("f")) {
                // What a formula came to stands beside it.
                xml.skip();
            }
        }
        if (value.isEmpty()) {
            return inline;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> strings.get(value.toString());
            case "str", "e" -> XlsxStrings.unescaped(value);
            case "inlineStr" -> inline;
            case "b" -> value.toString().equals("0") ? "FALSE" : "TRUE";
            case "d" -> value.toString().replaceFirst("T00:00:00(\\.0+)?Z?$", "");
            case "n" -> styles.shown(value.toString().strip(), style);
            default -> throw FileProblem.of("workbook-damaged");
        };
    }

    private static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
