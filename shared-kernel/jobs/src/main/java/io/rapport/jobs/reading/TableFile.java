package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An uploaded table, whatever it was written by, read once from start to end. What it is is told by its content, not by
 * its name. To be closed, which deletes what was needed to read it.
 *
 * @param content its rows as text in the {@code format}, readable until it is closed
 * @param sheet   name of the sheet of a workbook; null where the file was CSV
 * @param csv     what was found out about the text
 * @param folder  of files to be deleted; null when there are none
 */
public record TableFile(ByteSource content, String sheet, CsvFile csv, Path folder) implements Closeable {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** A stream of this name holds a workbook with a password. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /**
     * @throws Refusal     if the file cannot be read; names the line where one is to blame
     * @throws IOException if the source fails
     */
    public static TableFile understand(ByteSource source) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(4);
        }
        if (startsWith(start, COMPOUND)) {
            throw FileProblem.of(holds(source, ENCRYPTED) ? "workbook-encrypted" : "workbook-old");
        }
        boolean isZip = startsWith(start, ZIP) && start.length == 4 && start[2] < 8 && start[2] == start[3] - 1;
        return isZip ? workbook(source) : new TableFile(source, null, CsvFile.understand(source), null);
    }

    /** What writes a table. */
    @FunctionalInterface
    public interface Writing {

        /**
         * @param csv where to write: UTF-8, separated by commas, the header first; the first field of each record is its
         *            number in the file that it comes from
         */
        void to(Path csv) throws IOException;
    }

    /**
     * A table made of a file that was none.
     *
     * @throws Refusal     if it cannot be read
     * @throws IOException if it cannot be written
     */
    public static TableFile written(Writing writing) throws IOException {
        Path folder = Files.createTempDirectory("rapport-table");
        try {
            Path csv = folder.resolve("csv");
            writing.to(csv);
            ByteSource content = () -> Files.newInputStream(csv);
            return new TableFile(content, null, CsvFile.understand(content, XlsxFile.FORMAT), folder);
        } catch (IOException | RuntimeException | Error refused) {
            delete(folder);
            throw refused;
        }
    }

    private static TableFile workbook(ByteSource source) throws IOException {
        Path folder = Files.createTempDirectory("rapport-table");
        try {
            Path csv = folder.resolve("csv");
            String sheet = XlsxFile.copy(source, folder, csv);
            Files.delete(folder.resolve("workbook"));
            ByteSource content = () -> Files.newInputStream(csv);
            return new TableFile(content, sheet, CsvFile.understand(content, XlsxFile.FORMAT), folder);
        } catch (IOException | RuntimeException | Error refused) {
            delete(folder);
            throw refused;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean holds(ByteSource source, byte[] wanted) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        try (InputStream bytes = source.open()) {
            for (int read; (read = bytes.read(buffer, kept, buffer.length - kept)) > 0; ) {
                int length = kept + read;
                for (int i = 0; i + wanted.length <= length; i++) {
                    if (Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                kept = Math.min(wanted.length - 1, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return false;
    }

    public List<String> headers() {
        return csv.headers();
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
