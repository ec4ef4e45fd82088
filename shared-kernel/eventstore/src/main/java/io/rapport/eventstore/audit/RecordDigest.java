package io.rapport.eventstore.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Says in a few characters which records there are and how far each has come, so that store, topic and read models can
 * be compared. Computed alike by all: records in the order of their ids (byte by byte), for each the UTF-8 line
 * {@code <recordId>:<highest sequence>\n}, sequences from 1, over all lines SHA-256 in lower-case hexadecimal.
 *
 * @param records how many records
 * @param events  sum of their highest sequences
 * @param sha256  over the lines
 */
public record RecordDigest(long records, long events, String sha256) {

    /** Takes the records in order and holds none of them. */
    public static final class Builder {

        private final MessageDigest digest = sha256();
        private long records;
        private long events;

        /** Adds a record; ids come in ascending order. */
        public Builder add(String recordId, long highestSequence) {
            digest.update((recordId + ':' + highestSequence + '\n').getBytes(StandardCharsets.UTF_8));
            records++;
            events += highestSequence;
            return this;
        }

        public RecordDigest build() {
            return new RecordDigest(records, events, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
