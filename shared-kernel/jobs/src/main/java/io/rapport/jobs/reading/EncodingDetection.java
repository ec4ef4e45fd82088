package io.rapport.jobs.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.rapport.contracts.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the encoding of a file that does not say it. Only what decodes without a single error, over the whole file, is
 * considered; statistics decide only where several double-byte or single-byte sets would do.
 */
final class EncodingDetection {

    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Big5 as spreadsheets in Taiwan and Hong Kong write it. */
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, Charset> BY_ICU_NAME = Map.of(
            "GB18030", GB18030, "Big5", BIG5, "windows-1252", WINDOWS_1252, "ISO-8859-1", WINDOWS_1252);

    private final ByteSource source;
    private final byte[] sample;

    private EncodingDetection(ByteSource source, byte[] sample) {
        this.source = source;
        this.sample = sample;
    }

    /**
     * @throws Refusal if the file is empty, a spreadsheet or archive under a wrong name, or not text at all
     */
    static Encoding detect(ByteSource source) throws IOException {
        byte[] sample;
        try (InputStream bytes = source.open()) {
            sample = bytes.readNBytes(SAMPLE_BYTES);
        }
        return new EncodingDetection(source, sample).detect();
    }

    private Encoding detect() throws IOException {
        if (sample.length == 0) {
            throw FileProblem.of("file-empty");
        }
        if (startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6)) {
            throw FileProblem.of("file-is-archive");
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0) || startsWith('%', 'P', 'D', 'F') || startsWith(0x1F, 0x8B)) {
            throw FileProblem.of("file-not-text");
        }
        Encoding marked = marked();
        if (marked != null) {
            if (decodes(marked)) {
                return marked;
            }
            throw FileProblem.of("file-not-text");
        }
        for (Charset wide : likelyWide()) {
            Encoding encoding = new Encoding(wide, 0);
            if (decodes(encoding)) {
                return encoding;
            }
        }
        if (looksBinary()) {
            throw FileProblem.of("file-not-text");
        }
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        return decodes(utf8) ? utf8 : national();
    }

    private Encoding marked() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(0xFF, 0xFE, 0, 0)) {
            return new Encoding(UTF_32LE, 4);
        }
        if (startsWith(0, 0, 0xFE, 0xFF)) {
            return new Encoding(UTF_32BE, 4);
        }
        if (startsWith(0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        // The mark of GB18030, rare but legal.
        return startsWith(0x84, 0x31, 0x95, 0x33) ? new Encoding(GB18030, 4) : null;
    }

    /**
     * UTF-16 without a mark: its separators, digits and line ends have a zero byte, always on the same side. A stray
     * NUL in another encoding does not line up with a line end.
     */
    private List<Charset> likelyWide() {
        int[] zeros = new int[2];
        int[] lineEnds = new int[2];
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                zeros[i & 1]++;
                int other = i ^ 1;
                if (other < sample.length && (sample[other] == '\n' || sample[other] == '\r')) {
                    lineEnds[i & 1]++;
                }
            }
        }
        for (int side = 0; side < 2; side++) {
            boolean enough = zeros[side] * 2L * 100 >= 3L * sample.length && zeros[side] > 3 * zeros[1 - side];
            if (enough && lineEnds[side] > 0) {
                return List.of(side == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
            }
        }
        return List.of();
    }

    private boolean looksBinary() {
        int controls = 0;
        for (byte b : sample) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        return controls > 8 && controls * 100L > sample.length;
    }

    private Encoding national() throws IOException {
        List<Charset> possible = new ArrayList<>();
        for (Charset charset : List.of(GB18030, BIG5, WINDOWS_1252)) {
            if (decodes(new Encoding(charset, 0))) {
                possible.add(charset);
            }
        }
        if (possible.size() > 1 && !hasLoneHighByte()) {
            possible.remove(WINDOWS_1252);
        }
        if (possible.isEmpty()) {
            throw FileProblem.of("file-not-text");
        }
        return new Encoding(possible.size() == 1 ? possible.getFirst() : likeliest(possible), 0);
    }

    /** Accented letters stand alone between ASCII letters; the bytes of common Chinese characters come in pairs. */
    private boolean hasLoneHighByte() {
        int run = 0;
        for (byte b : sample) {
            if (b < 0) {
                run++;
            } else {
                if (run % 2 == 1) {
                    return true;
                }
                run = 0;
            }
        }
        return false;
    }

    private Charset likeliest(List<Charset> possible) {
        Charset best = possible.getFirst();
        int bestConfidence = 0;
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            Charset charset = BY_ICU_NAME.get(match.getName());
            boolean better = match.getConfidence() > bestConfidence
                    || match.getConfidence() == bestConfidence && possible.indexOf(charset) < possible.indexOf(best);
            if (charset != null && possible.contains(charset) && better) {
                best = charset;
                bestConfidence = match.getConfidence();
            }
        }
        return best;
    }

    private boolean decodes(Encoding encoding) throws IOException {
        try (Reader characters = encoding.reader(source)) {
            characters.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private boolean startsWith(int... bytes) {
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return sample.length >= wanted.length
                && Arrays.equals(sample, 0, wanted.length, wanted, 0, wanted.length);
    }
}
