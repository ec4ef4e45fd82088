package io.rapport.jobs.reading;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that cells of a workbook refer to by number. They stand in a file, mapped into memory, since a large table
 * has a million of them.
 */
final class XlsxStrings implements Closeable {

    private static final ValueLayout.OfLong OFFSET =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    /** How Excel writes what XML cannot hold, such as {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Arena arena = Arena.ofShared();
    private final MemorySegment ends;
    private final MemorySegment texts;

    private XlsxStrings(Path ends, Path texts) throws IOException {
        this.ends = mapped(ends);
        this.texts = mapped(texts);
    }

    private MemorySegment mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /**
     * @param part   name of the part that holds them; null when there is none
     * @param folder where the files may stand
     */
    static XlsxStrings read(XlsxPackage workbook, String part, Path folder) throws IOException {
        Path ends = folder.resolve("ends");
        Path texts = folder.resolve("texts");
        try (DataOutputStream endsOut = new DataOutputStream(buffered(ends)); OutputStream textsOut = buffered(texts)) {
            if (part != null) {
                copy(workbook, part, endsOut, textsOut);
            }
        }
        return new XlsxStrings(ends, texts);
    }

    private static OutputStream buffered(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    private static void copy(XlsxPackage workbook, String part, DataOutputStream ends, OutputStream texts)
            throws IOException {
        long end = 0;
        try (XlsxXml xml = XlsxXml.open(workbook, part)) {
            while (xml.nextStart()) {
                if (xml.starts("si")) {
                    byte[] text = text(xml, "si").getBytes(StandardCharsets.UTF_8);
                    texts.write(text);
                    end += text.length;
                    ends.writeLong(end);
                }
            }
        }
    }

    /** The text inside a rich text element, without the hints to its pronunciation. */
    static String text(XlsxXml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("t")) {
                xml.appendText(text);
            } else if (xml.starts("rPh")) {
                xml.skip();
            }
        }
        return unescaped(text);
    }

    static String unescaped(CharSequence text) {
        Matcher escaped = ESCAPED.matcher(text);
        return escaped.find()
                ? escaped.replaceAll(found -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text.toString();
    }

    /** @throws io.rapport.contracts.refusal.Refusal if there is no such text */
    String get(String number) {
        long index;
        try {
            index = Long.parseLong(number.strip());
        } catch (NumberFormatException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
        if (index < 0 || index >= ends.byteSize() / Long.BYTES) {
            throw FileProblem.of("workbook-damaged");
        }
        long start = index == 0 ? 0 : ends.get(OFFSET, (index - 1) * Long.BYTES);
        long end = ends.get(OFFSET, index * Long.BYTES);
        return new String(texts.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
