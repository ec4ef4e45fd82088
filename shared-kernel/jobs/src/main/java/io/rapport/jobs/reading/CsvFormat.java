package io.rapport.jobs.reading;

import java.nio.charset.Charset;

/**
 * What was found out about a file, enough to read it again in the same way.
 *
 * @param encoding  its encoding
 * @param separator the character between two fields
 * @param numbered  whether the first field of each record is the line where it stood before it was copied
 */
public record CsvFormat(Encoding encoding, char separator, boolean numbered) {

    private static final String NUMBERED = "numbered";

    /** Reads what {@link #toString()} wrote. */
    public static CsvFormat parse(String text) {
        String[] parts = text.split(" ");
        Encoding encoding = new Encoding(Charset.forName(parts[0]), Integer.parseInt(parts[1]));
        return new CsvFormat(encoding, (char) Integer.parseInt(parts[2]),
                parts.length > 3 && parts[3].equals(NUMBERED));
    }

    @Override
    public String toString() {
        return encoding.charset().name() + ' ' + encoding.markLength() + ' ' + (int) separator
                + (numbered ? ' ' + NUMBERED : "");
    }
}
