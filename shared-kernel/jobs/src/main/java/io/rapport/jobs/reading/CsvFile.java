package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that has been read once from start to end, so that what is wrong with the whole of it is known before any row
 * is used.
 *
 * @param format  how to read it again
 * @param headers names of its columns
 * @param rows    number of rows below the header, blank ones left out
 * @param first   the first rows
 */
public record CsvFile(CsvFormat format, List<String> headers, long rows, List<CsvRow> first) {

    private static final int FIRST_ROWS = 10;

    /**
     * @throws Refusal     if the file cannot be read; names the line where one is to blame
     * @throws IOException if the source fails
     */
    public static CsvFile understand(ByteSource source) throws IOException {
        Encoding encoding = EncodingDetection.detect(source);
        return understand(source, new CsvFormat(encoding, SeparatorDetection.detect(source, encoding), false));
    }

    static CsvFile understand(ByteSource source, CsvFormat format) throws IOException {
        try (CsvRows rows = CsvRows.open(source, format)) {
            List<CsvRow> first = new ArrayList<>();
            long count = 0;
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                count++;
                if (first.size() < FIRST_ROWS) {
                    first.add(row);
                }
            }
            return new CsvFile(format, rows.headers(), count, List.copyOf(first));
        }
    }
}
