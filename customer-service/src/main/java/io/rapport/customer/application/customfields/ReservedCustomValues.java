package io.rapport.customer.application.customfields;

import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import io.rapport.eventstore.Reservations;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Values of unique fields as reservations: of their digests, for a text may be longer than a key can be. */
@Component
class ReservedCustomValues implements UniqueValues {

    private final Reservations reservations;

    ReservedCustomValues(Reservations reservations) {
        this.reservations = reservations;
    }

    static String scope(RecordKind kind, String key) {
        return "custom-value " + kind.code() + ' ' + key;
    }

    @Override
    public boolean claim(RecordKind kind, String key, String value, String recordId) {
        return reservations.reserve(scope(kind, key), digest(value), recordId);
    }

    @Override
    public void release(RecordKind kind, String key, String value, String recordId) {
        reservations.release(scope(kind, key), digest(value), recordId);
    }

    /** As PostgreSQL computes {@code encode(sha256(convert_to(value, 'UTF8')), 'hex')}. */
    private static String digest(String value) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
