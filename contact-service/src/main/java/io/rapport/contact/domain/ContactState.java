package io.rapport.contact.domain;

/** All that decisions about a contact depend on. */
public record ContactState(ContactFacts facts, boolean archived) {
}
