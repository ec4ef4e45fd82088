package io.rapport.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Names one acknowledged write, so that a later read can wait until it has seen it. Opaque to clients.
 *
 * @param kind     kind of the record, for example {@code customer}; says which read model to ask
 * @param recordId the record written
 * @param sequence its sequence after the write, from 1
 */
public record ConsistencyToken(String kind, String recordId, long sequence) {

    public ConsistencyToken {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(recordId, "recordId");
        if (kind.indexOf(' ') >= 0 || recordId.indexOf(' ') >= 0 || sequence < 1) {
            throw new IllegalArgumentException("not a write: " + kind + " " + recordId + " " + sequence);
        }
    }

    /** The form that travels in the {@code Consistency-Token} header. */
    public String encoded() {
        String plain = kind + ' ' + recordId + ' ' + sequence;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encoded()} wrote; empty when the text is not a token. */
    public static Optional<ConsistencyToken> parse(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            String[] parts = plain.split(" ");
            return parts.length == 3
                    ? Optional.of(new ConsistencyToken(parts[0], parts[1], Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }
}
