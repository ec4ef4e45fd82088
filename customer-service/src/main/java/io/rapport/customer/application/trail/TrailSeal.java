package io.rapport.customer.application.trail;

import io.rapport.trail.TrailEntry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over the entry before and the content of an entry: whoever changes one entry has to change all after it, and
 * the topic besides. Pure.
 */
final class TrailSeal {

    private TrailSeal() {
    }

    /**
     * @param before   seal of the entry before; 32 zeros before the first
     * @param sequence of the entry, from 1
     */
    static byte[] of(byte[] before, long sequence, TrailEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(content(sequence, entry));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every part with its length before it, so that no two entries have the same content. */
    private static byte[] content(long sequence, TrailEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(sequence);
            write(out, entry.id());
            out.writeLong(entry.at().toEpochMilli());
            write(out, entry.who());
            write(out, entry.action());
            write(out, entry.kind());
            out.writeInt(entry.records().size());
            for (String record : entry.records()) {
                write(out, record);
            }
            out.writeInt(entry.details().size());
            // In the order of names.
            for (var detail : entry.details().entrySet()) {
                write(out, detail.getKey());
                write(out, detail.getValue());
            }
            write(out, entry.requestId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8 == null ? -1 : utf8.length);
        if (utf8 != null) {
            out.write(utf8);
        }
    }
}
