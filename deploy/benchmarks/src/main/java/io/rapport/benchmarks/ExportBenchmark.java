package io.rapport.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.testing.http.RapportClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

import static io.rapport.testing.http.RapportClient.encoded;

/** Whole lists as files: how fast, with how much heap, and whether every customer is in the file. */
final class ExportBenchmark {

    /** Columns of the file, all of which are written. */
    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int NAME = 2;

    private final RapportClient rapport;
    private final HeapWatch heap;
    private final int customers;
    private final Path folder;

    /**
     * @param heap      of the reporting service
     * @param customers in the index, numbered from 0
     * @param folder    for files that are too large to hold
     */
    ExportBenchmark(RapportClient rapport, HeapWatch heap, int customers, Path folder) {
        this.rapport = rapport;
        this.heap = heap;
        this.customers = customers;
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        Table expected = new Table();
        for (int number = 0; number < customers; number++) {
            expected.add(ManyCustomers.id(number), ManyCustomers.number(number), ManyCustomers.name(number));
        }
        for (String format : new String[] {"csv", "xlsx"}) {
            Path file = folder.resolve("customers." + format);
            long start = System.nanoTime();
            HeapWatch.Seen seen = heap.during(() -> download(format, file));
            double seconds = (System.nanoTime() - start) / 1e9;
            Table found = format.equals("csv") ? csv(file) : xlsx(file);
            if (!found.equals(expected)) {
                throw new IllegalStateException("not every customer is in the file: " + found + " of " + expected);
            }
            report.add(Measurement.atLeast("export of %,d as %s".formatted(customers, format), customers / seconds,
                    "rows/s", null, "%.0f s, %,d MB, none lost; heap of reporting %s".formatted(seconds,
                            Files.size(file) >> 20, seen)));
            Files.delete(file);
        }
    }

    private void download(String format, Path file) throws IOException {
        try (InputStream exported = rapport.download("/api/customers/export?format=" + format + "&filter="
                + encoded("createdBy eq '" + ManyCustomers.ACTOR + "'"))) {
            Files.copy(exported, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Table csv(Path file) throws IOException {
        Table table = new Table();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            rows.stream().skip(1).forEach(row -> table.add(row.getField(ID), row.getField(NUMBER), row.getField(NAME)));
        }
        return table;
    }

    private static Table xlsx(Path file) throws IOException {
        Table table = new Table();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.skip(1).forEach(row -> table.add(row.getCellText(ID), row.getCellText(NUMBER),
                            row.getCellText(NAME)));
                }
            }
        }
        return table;
    }

    /** Which rows a table has, in whatever order. */
    private static final class Table {

        private long rows;
        private long digest;

        void add(String... cells) {
            rows++;
            long hash = 1;
            for (String cell : cells) {
                for (int i = 0; i < cell.length(); i++) {
                    hash = hash * 0x100000001b3L ^ cell.charAt(i);
                }
                hash = hash * 0x9e3779b97f4a7c15L ^ hash >>> 29;
            }
            digest += hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Table that && rows == that.rows && digest == that.digest;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(digest);
        }

        @Override
        public String toString() {
            return rows + " rows, digest " + Long.toHexString(digest);
        }
    }
}
