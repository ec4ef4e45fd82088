package io.rapport.jobs.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.jobs.Job;
import io.rapport.jobs.JobTask;
import io.rapport.jobs.RefusedRow;
import io.rapport.jobs.RefusedRows;
import io.rapport.jobs.RowImporter;
import io.rapport.web.download.SafeCell;
import io.rapport.web.problem.Problems;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes refused rows as a file that can be mended and sent again: the columns as they came, the reason in one more
 * behind them. With byte order mark, because spreadsheets ask for it.
 */
class RefusedRowsCsv {

    /** In place of what a follower of the job does not see. */
    private static final String HIDDEN = "***";

    private final RefusedRows refusedRows;
    private final Problems problems;
    private final Map<String, RowImporter<?>> importers;

    RefusedRowsCsv(RefusedRows refusedRows, Problems problems, List<RowImporter<?>> importers) {
        this.refusedRows = refusedRows;
        this.problems = problems;
        this.importers = importers.stream().collect(Collectors.toMap(RowImporter::recordKind, Function.identity()));
    }

    /**
     * Who reads.
     *
     * @param sees whether what goes to a field may be shown, by where commands have it; null for what goes to none
     */
    record Reader(Locale locale, Predicate<String> sees) {
    }

    void write(Job job, Reader reader, OutputStream out) throws IOException {
        write(job, "refused-reason-header", rows -> refusedRows.forEach(job.id(), rows), reader, out);
    }

    /** The rows that were taken otherwise than they say, with what became of them. */
    void writeNoted(Job job, Reader reader, OutputStream out) throws IOException {
        write(job, "noted-header", rows -> refusedRows.forEachNoted(job.id(), rows), reader, out);
    }

    private void write(Job job, String header, Consumer<Consumer<RefusedRow>> rows, Reader reader, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(line(job, job.headers(), sentence(header, reader.locale())));
        List<Boolean> shown = shown(job, reader);
        rows.accept(row -> csv.writeRecord(line(job, shown(row.cells(), shown), reason(job, row, reader.locale()))));
        csv.flush();
    }

    /** Which columns the reader sees; of cells behind the last of them, whether he sees what goes to no field. */
    private List<Boolean> shown(Job job, Reader reader) {
        RowImporter<?> importer = importers.get(job.recordKind());
        if (job.task() != JobTask.IMPORT || importer == null) {
            return List.of(true);
        }
        return Stream.concat(job.mapping().fields().stream()
                        .map(field -> reader.sees().test(field == null ? null : importer.columns().pathOf(field))),
                Stream.of(reader.sees().test(null))).toList();
    }

    private static List<String> shown(List<String> cells, List<Boolean> shown) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> shown.get(Math.min(i, shown.size() - 1)) ? cells.get(i) : HIDDEN).toList();
    }

    /** The reason stands under its header also where a row has too few cells or too many. */
    private static List<String> line(Job job, List<String> cells, String reason) {
        int width = job.headers().size();
        List<String> line = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            line.add(i < cells.size() ? SafeCell.safe(cells.get(i)) : "");
        }
        line.add(SafeCell.safe(reason));
        cells.stream().skip(width).map(SafeCell::safe).forEach(line::add);
        return line;
    }

    private String reason(Job job, RefusedRow row, Locale locale) {
        // The lists of batches and undos have no lines; their rows are told apart by the record.
        String where = job.task() == JobTask.IMPORT ? sentence("refused-line", locale, row.line()) : "";
        Function<FieldError, String> why = error -> {
            String sentence = problems.sentence(error, locale);
            return header(job, error.field()).or(() -> named(job, error)).map(name -> name + ": " + sentence)
                    .orElse(sentence);
        };
        return where + row.errors().stream().map(why).collect(Collectors.joining(" "));
    }

    /** Where no column is to blame, the field that was set. */
    private static Optional<String> named(Job job, FieldError error) {
        return job.task() == JobTask.BATCH && !error.field().isEmpty() ? Optional.of(error.field()) : Optional.empty();
    }

    private Optional<String> header(Job job, String path) {
        return Optional.ofNullable(importers.get(job.recordKind()))
                .flatMap(importer -> importer.columns().fieldAt(path))
                .map(field -> job.mapping().fields().indexOf(field))
                .filter(column -> column >= 0)
                .map(column -> job.headers().get(column));
    }

    private String sentence(String code, Locale locale, Object... arguments) {
        return problems.sentence(FieldError.of("", code, arguments), locale);
    }
}
