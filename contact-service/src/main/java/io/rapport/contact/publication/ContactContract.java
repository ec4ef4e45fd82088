package io.rapport.contact.publication;

import java.util.Set;

/**
 * Data of the public events of a contact, version 1. Described by the JSON Schemas in {@code contracts/contact/v1};
 * within a version there are only additions. What is null is left out.
 */
public sealed interface ContactContract {

    /** {@code contact.registered.v1} */
    record Registered(Facts facts) implements ContactContract {
    }

    /**
     * {@code contact.changed.v1}
     *
     * @param changed only facts that changed
     */
    record Changed(Facts changed, Set<String> cleared) implements ContactContract {
    }

    /** What is known about a contact. */
    record Facts(String name, String position, String email, String phone, String customerId) {
    }
}
