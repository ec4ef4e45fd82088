package io.rapport.contact.domain;

/** Where a person works, as far as it is known. */
public record OfficeAddress(String street, String city, String province, String postalCode, String country) {
}
