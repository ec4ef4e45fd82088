package io.rapport.contact.domain;

import io.rapport.values.FactSheet;

/**
 * What is known about a contact. Each component may be null: not known, or in a change: not touched.
 *
 * @param phone      as given; see {@link io.rapport.values.PhoneNumber}
 * @param customerId the customer the person belongs to; null for a person without one
 */
public record ContactFacts(String name, String position, String email, String phone, String customerId) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<ContactFacts> SHEET = FactSheet.of(ContactFacts.class);
}
