package io.rapport.contact.domain;

/**
 * One of a person's e-mail addresses.
 *
 * @param kind    name of a {@link Kind}; null where it is not known
 * @param primary true for the one that is written to first; null for the others
 */
public record ContactEmail(String address, String kind, Boolean primary) {

    /** Where an address is read. */
    public enum Kind { WORK, HOME, OTHER }
}
