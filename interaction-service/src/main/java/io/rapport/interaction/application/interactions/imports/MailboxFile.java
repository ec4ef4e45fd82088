package io.rapport.interaction.application.interactions.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The messages of a mailbox file, one after the other, each as a stream of its own: never more than a piece of a line
 * is held. A message begins at a {@code From } line with a time, at the start or after an empty line.
 */
final class MailboxFile implements Closeable {

    private static final int PIECE = 64 * 1_024;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern SEPARATOR = Pattern.compile("From .*\\d{1,2}:\\d{2}.*\\s*", Pattern.DOTALL);
    private static final byte[] NOTHING = {};

    private final InputStream bytes;
    private boolean atLineStart = true;
    private boolean afterEmptyLine = true;
    private boolean separatorRead;
    private boolean atEnd;
    private Message open;

    MailboxFile(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, PIECE);
    }

    /** The next message, whether or not the one before was read to its end; null after the last. */
    InputStream next() throws IOException {
        if (open != null) {
            open.skipRest();
        }
        while (!separatorRead && !atEnd) {
            readPiece();
        }
        if (!separatorRead) {
            return null;
        }
        separatorRead = false;
        open = new Message();
        return open;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** A line, or a piece of a long one; empty where a message or the file ends. */
    private byte[] readPiece() throws IOException {
        boolean start = atLineStart;
        byte[] piece = new byte[256];
        int length = 0;
        int read;
        while (length < PIECE && (read = bytes.read()) >= 0) {
            if (length == piece.length) {
                piece = Arrays.copyOf(piece, Math.min(PIECE, piece.length * 4));
            }
            piece[length++] = (byte) read;
            if (read == '\n') {
                break;
            }
        }
        if (length == 0) {
            atEnd = true;
            return NOTHING;
        }
        atLineStart = piece[length - 1] == '\n';
        if (start && afterEmptyLine && startsWith(piece, length, 0)
                && SEPARATOR.matcher(new String(piece, 0, length, StandardCharsets.ISO_8859_1)).matches()) {
            separatorRead = true;
            afterEmptyLine = false;
            return NOTHING;
        }
        afterEmptyLine = start && atLineStart && new String(piece, 0, length, StandardCharsets.ISO_8859_1).isBlank();
        int quotes = start ? quotes(piece, length) : 0;
        return Arrays.copyOfRange(piece, quotes > 0 ? 1 : 0, length);
    }

    /** A line of the text that would look like a separator stands behind a quotation mark. */
    private static int quotes(byte[] piece, int length) {
        int quotes = 0;
        while (quotes < length && piece[quotes] == '>') {
            quotes++;
        }
        return startsWith(piece, length, quotes) ? quotes : 0;
    }

    private static boolean startsWith(byte[] piece, int length, int at) {
        return length >= at + FROM.length && Arrays.equals(piece, at, at + FROM.length, FROM, 0, FROM.length);
    }

    private final class Message extends InputStream {

        private byte[] piece = NOTHING;
        private int at;

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, taken);
            at += taken;
            return taken;
        }

        private boolean fill() throws IOException {
            if (at < piece.length) {
                return true;
            }
            if (open != this || separatorRead || atEnd) {
                return false;
            }
            piece = readPiece();
            at = 0;
            return piece.length > 0;
        }

        private void skipRest() throws IOException {
            while (fill()) {
                at = piece.length;
            }
        }
    }
}
