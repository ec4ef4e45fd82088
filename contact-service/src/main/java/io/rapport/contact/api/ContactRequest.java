package io.rapport.contact.api;

import io.rapport.contact.domain.ContactFacts;

/** A contact as clients write it: every field optional to the parser. */
record ContactRequest(String name, String position, String email, String phone, String customerId) {

    ContactFacts facts() {
        return new ContactFacts(name, position, email, phone, customerId);
    }
}
