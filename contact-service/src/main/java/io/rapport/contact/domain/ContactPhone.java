package io.rapport.contact.domain;

/**
 * One of a person's telephone numbers.
 *
 * @param number  as given; see {@link io.rapport.values.PhoneNumber}
 * @param kind    name of a {@link Kind}; null where it is not known
 * @param primary true for the one that is called first; null for the others
 */
public record ContactPhone(String number, String kind, Boolean primary) {

    /** What a number reaches. */
    public enum Kind { MOBILE, LANDLINE, HOME, FAX, OTHER }
}
