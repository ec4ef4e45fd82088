package io.rapport.eventstore;

import java.util.Objects;

/**
 * The public form of a private event.
 *
 * @param type stable public name with its major version, for example {@code customer.registered.v1}
 * @param data written as JSON: a record or map; fields that are null are left out, amounts are exact text
 */
public record PublicEvent(String type, Object data) {

    public PublicEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(data, "data");
    }
}
