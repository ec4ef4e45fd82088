package io.rapport.customer.api.sharing;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.sharing.Shareable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place behind a definition in the order of names.
 *
 * @param name null for the beginning, as {@code id}
 */
record NameCursor(String name, String id) {

    /** No name holds it. */
    private static final String BETWEEN = "\n";

    static NameCursor behind(Setting<? extends Shareable<?>> definition) {
        return new NameCursor(definition.definition().name(), definition.id());
    }

    /**
     * @param text null for the beginning
     * @throws Refusal UNREADABLE for what is none
     */
    static NameCursor read(String text) {
        if (text == null) {
            return new NameCursor(null, null);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 2 && parts[0].indexOf('\0') < 0 && parts[1].indexOf('\0') < 0) {
                return new NameCursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException noBase64) {
            // As anything else that no list has answered.
        }
        throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "page-cursor-invalid");
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((name + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
    }
}
