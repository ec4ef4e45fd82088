package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of an Office Open XML package. Nothing of it is ever unpacked to a file of its name, and what a part unpacks
 * to is bounded, so that neither a path nor a bomb in it does harm.
 */
final class XlsxPackage implements Closeable {

    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    /** Sheets of repetitive rows reach about 30; deflate itself ends at 1032. */
    private static final int MOST_TIMES = 100;
    private static final long HARMLESS_BYTES = 16L << 20;
    /** Neither a text nor a tag of a workbook is longer; a parser would hold all of it. */
    private static final int LONGEST_RUN = 1 << 20;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final ZipFile zip;
    /** Names differ in case between what refers to a part and the part. */
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private long unpacked;

    private XlsxPackage(ZipFile zip) {
        this.zip = zip;
        zip.stream().limit(MOST_PARTS + 1L)
                .forEach(part -> parts.put(part.getName().toLowerCase(Locale.ROOT), part));
    }

    /**
     * @throws Refusal if it is no workbook of the kind that can be imported, or not one to trust
     */
    static XlsxPackage open(Path file) throws IOException {
        XlsxPackage opened;
        try {
            opened = new XlsxPackage(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
        try {
            opened.check();
            return opened;
        } catch (IOException | RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    private void check() throws IOException {
        if (parts.size() > MOST_PARTS) {
            throw FileProblem.of("workbook-bomb");
        }
        if (!has(CONTENT_TYPES)) {
            throw FileProblem.of("file-is-archive");
        }
        String types = contentTypes();
        if (types.contains("macro") || parts.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw FileProblem.of("workbook-macros");
        }
        if (types.contains("sheet.binary")) {
            throw FileProblem.of("workbook-old");
        }
        if (!types.contains("spreadsheetml.sheet.main+xml")) {
            throw FileProblem.of("file-is-archive");
        }
    }

    private String contentTypes() throws IOException {
        StringBuilder types = new StringBuilder();
        try (XlsxXml xml = XlsxXml.open(this, CONTENT_TYPES)) {
            while (xml.nextStart()) {
                String type = xml.attribute("ContentType");
                if (type != null && types.length() < CsvLimits.RECORD) {
                    types.append(type.toLowerCase(Locale.ROOT)).append('\n');
                }
            }
        }
        return types.toString();
    }

    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /**
     * @throws Refusal if there is no such part, or while it is read, if it unpacks to more than is plausible
     */
    InputStream open(String name) throws IOException {
        ZipEntry part = parts.get(name.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw FileProblem.of("workbook-damaged");
        }
        return new Bounded(zip.getInputStream(part), Math.max(HARMLESS_BYTES, part.getCompressedSize() * MOST_TIMES));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Bounded extends FilterInputStream {

        private long left;
        private int run;

        private Bounded(InputStream bytes, long most) {
            super(bytes);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                run = buffer[i] == '>' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw FileProblem.of("workbook-bomb");
                }
            }
            left -= Math.max(0, read);
            unpacked += Math.max(0, read);
            if (left < 0 || unpacked > MOST_BYTES) {
                throw FileProblem.of("workbook-bomb");
            }
            return read;
        }
    }
}
