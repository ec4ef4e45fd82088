package io.rapport.interaction.application.interactions;

import io.rapport.eventstore.Reservations;
import io.rapport.interaction.domain.interactions.MessageIds;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of messages as reservations: of their digests, for an id may be longer than a key can be. */
@Component
class ReservedMessageIds implements MessageIds {

    static final String SCOPE = "interaction-message";

    private final Reservations reservations;

    ReservedMessageIds(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public boolean claim(String messageId, String interactionId) {
        return reservations.reserve(SCOPE, digest(messageId), interactionId);
    }

    @Override
    public void release(String messageId, String interactionId) {
        reservations.release(SCOPE, digest(messageId), interactionId);
    }

    static String digest(String messageId) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
