package io.rapport.customer.application.customers.imports;

import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customfields.CustomFields;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the user may choose that a row recognises its customer by; every field of it has to be there and the same. A
 * custom field of type text can be chosen too: it holds the id of the customer in another system.
 *
 * @param fields names of the fields of a file, in the order of {@link #code()}
 */
record Recognition(List<String> fields) {

    static final Recognition NUMBER = new Recognition(List.of("number"));

    private static final String BETWEEN = "+";
    private static final String CUSTOM = "custom.";
    private static final List<Recognition> OF_EVERY_CUSTOMER = List.of(NUMBER, new Recognition(List.of("name")),
            new Recognition(List.of("phone")), new Recognition(List.of("email")),
            new Recognition(List.of("name", "phone")), new Recognition(List.of("name", "email")));

    /** As it stands in a request, for example {@code name+phone} or {@code custom.erpId}. */
    String code() {
        return String.join(BETWEEN, fields);
    }

    static List<String> codes(CustomFields custom) {
        return Stream.concat(OF_EVERY_CUSTOMER.stream().map(Recognition::code),
                RecognisingField.codes(custom).stream()).toList();
    }

    /** @param code one of {@link #codes}; null for none */
    static Recognition of(String code) {
        return code == null ? null : new Recognition(List.of(code.split("\\" + BETWEEN)));
    }

    boolean isCustom() {
        return fields.getFirst().startsWith(CUSTOM);
    }

    /** Key of the custom field. */
    String customField() {
        return fields.getFirst().substring(CUSTOM.length());
    }

    /** What a row holds in the custom field. */
    String customText(CustomerRow row) {
        return row.facts().custom().get(customField()).toString();
    }

    /** Rows with the same key are about the same customer. */
    String key(CustomerRow row) {
        return isCustom() ? code() + ' ' + customText(row) : key(row.identity());
    }

    /** The key of what is recognised by no custom field. */
    String key(Identity identity) {
        return code() + ' ' + (fields.contains("name") ? identity.name() + ' ' : "")
                + (fields.contains("phone") ? identity.phone() : "") + (fields.contains("email") ? identity.email() : "");
    }
}
