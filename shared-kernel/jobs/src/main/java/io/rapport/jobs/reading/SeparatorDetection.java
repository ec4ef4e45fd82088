package io.rapport.jobs.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.rapport.contracts.refusal.Refusal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Finds the separator: the one that splits the header, and most rows into as many fields as the header. */
final class SeparatorDetection {

    private static final int SAMPLE_CHARACTERS = 64 * 1024;
    private static final int SAMPLE_RECORDS = 100;
    private static final char[] USUAL = {',', ';', '\t', '|'};
    /** Stands in ordinary Chinese text, so it counts only where nothing else splits the header. */
    private static final char FULL_WIDTH_COMMA = '，';

    private SeparatorDetection() {
    }

    static char detect(ByteSource source, Encoding encoding) throws IOException {
        char[] buffer = new char[SAMPLE_CHARACTERS];
        int length = 0;
        try (Reader characters = encoding.reader(source)) {
            for (int read; length < buffer.length && (read = characters.read(buffer, length, buffer.length - length)) > 0; ) {
                length += read;
            }
        }
        String sample = new String(buffer, 0, length);
        char best = ',';
        double bestScore = 0;
        for (char candidate : USUAL) {
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return bestScore == 0 && score(sample, FULL_WIDTH_COMMA) > 0 ? FULL_WIDTH_COMMA : best;
    }

    private static double score(String sample, char separator) throws IOException {
        int columns = 0;
        int rows = 0;
        int alike = 0;
        try (CloseableIterator<CsvRecordCollector.Fields> records =
                     CsvRows.records(new StringReader(sample), separator, true)) {
            while (rows < SAMPLE_RECORDS && records.hasNext()) {
                CsvRecordCollector.Fields fields = records.next();
                if (fields.isBlank()) {
                    continue;
                }
                if (columns == 0) {
                    columns = fields.cells().size();
                } else {
                    rows++;
                    alike += fields.cells().size() == columns ? 1 : 0;
                }
            }
        } catch (CsvParseException | Refusal unreadable) {
            // Judged by what came before; whether it matters is said when the file is read for good.
        }
        return columns < 2 ? 0 : (columns - 1) * (1 + alike) / (1.0 + rows);
    }
}
