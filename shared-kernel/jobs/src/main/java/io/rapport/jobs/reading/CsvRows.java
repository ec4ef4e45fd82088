package io.rapport.jobs.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a file, one after the other; holds one record at a time. Blank lines and rows of blank cells are left
 * out. A row whose number of fields differs from the header's is given with its problem; what makes the rest of the
 * file unreadable throws a {@link Refusal} that names the line.
 */
public final class CsvRows implements Iterator<CsvRow>, Closeable {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    /** What a spreadsheet shows, and saves, where a formula came to nothing. */
    private static final Set<String> FORMULA_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");
    private static final int READER_BUFFER = 2 * CsvLimits.RECORD;

    private final CloseableIterator<CsvRecordCollector.Fields> records;
    private final boolean numbered;
    private final List<String> headers;
    private CsvRecordCollector.Fields next;

    private CsvRows(CloseableIterator<CsvRecordCollector.Fields> records, boolean numbered) {
        this.records = records;
        this.numbered = numbered;
        this.headers = headers(advance());
        this.next = advance();
    }

    /**
     * @throws Refusal if the first record cannot serve as header, or the file is unreadable from the start
     */
    public static CsvRows open(ByteSource source, CsvFormat format) throws IOException {
        return over(format.encoding().reader(source), format.separator(), format.numbered());
    }

    static CsvRows over(Reader characters, char separator, boolean numbered) throws IOException {
        CloseableIterator<CsvRecordCollector.Fields> records = records(characters, separator, false);
        try {
            return new CsvRows(records, numbered);
        } catch (RuntimeException unreadable) {
            records.close();
            throw unreadable;
        }
    }

    static CloseableIterator<CsvRecordCollector.Fields> records(Reader characters, char separator,
                                                                 boolean allowUnclosedQuote) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(READER_BUFFER)
                .allowUnclosedQuote(allowUnclosedQuote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new CsvRecordCollector(), characters)
                .iterator();
    }

    /** Names of the columns, stripped; a column without a name is the empty text. */
    public List<String> headers() {
        return headers;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CsvRow next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        CsvRow row = row(next);
        next = advance();
        return row;
    }

    /** Skips rows that were dealt with before. */
    public void skip(long rows) {
        for (long i = 0; i < rows && next != null; i++) {
            next = advance();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private CsvRecordCollector.Fields advance() {
        try {
            while (records.hasNext()) {
                CsvRecordCollector.Fields fields = records.next();
                if (!fields.isBlank()) {
                    return numbered ? fields.numbered() : fields;
                }
            }
            return null;
        } catch (CsvParseException unreadable) {
            throw problem(unreadable);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof java.nio.charset.CharacterCodingException) {
                throw FileProblem.of("file-not-text");
            }
            throw failed;
        }
    }

    private static Refusal problem(CsvParseException unreadable) {
        // A refusal of the collector arrives wrapped.
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        String said = String.valueOf(unreadable.getMessage());
        Matcher line = LINE.matcher(said);
        String where = line.find() ? line.group(1) : "?";
        if (said.contains("Unclosed")) {
            return FileProblem.of("csv-quote-unclosed", where);
        }
        return said.contains("buffer size")
                ? FileProblem.of("csv-field-too-long", where, CsvLimits.FIELD)
                : FileProblem.of("csv-quote-stray", where);
    }

    private CsvRow row(CsvRecordCollector.Fields fields) {
        List<String> cells = fields.cells();
        while (cells.size() > headers.size() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        FieldError problem = null;
        if (cells.size() != headers.size()) {
            problem = FieldError.of("", "row-ragged", headers.size(), cells.size());
        } else if (fields.controlCharacters()) {
            problem = FieldError.of("", "row-control-characters");
        } else {
            problem = cells.stream().filter(FORMULA_ERRORS::contains).findFirst()
                    .map(error -> FieldError.of("", "row-formula-error", error)).orElse(null);
        }
        return new CsvRow(fields.line(), cells, problem);
    }

    private static List<String> headers(CsvRecordCollector.Fields first) {
        if (first == null) {
            throw FileProblem.of("csv-no-header");
        }
        List<String> names = new ArrayList<>();
        for (String cell : first.cells()) {
            names.add(cell.strip());
        }
        while (names.getLast().isEmpty()) {
            names.removeLast();
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw FileProblem.of("csv-duplicate-header", first.line(), name);
            }
        }
        return List.copyOf(names);
    }
}
