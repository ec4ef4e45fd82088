package io.rapport.customer.application.customers.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the user may choose that a row recognises its customer by; every field of it has to be there and the same. */
enum Recognition {

    NUMBER("number"),
    NAME("name"),
    PHONE("phone"),
    EMAIL("email"),
    NAME_AND_PHONE("name", "phone"),
    NAME_AND_EMAIL("name", "email");

    private final List<String> fields;

    Recognition(String... fields) {
        this.fields = List.of(fields);
    }

    List<String> fields() {
        return fields;
    }

    /** As it stands in a request, for example {@code name+phone}. */
    String code() {
        return String.join("+", fields);
    }

    static List<String> codes() {
        return Stream.of(values()).map(Recognition::code).toList();
    }

    /** @param code one of {@link #codes()}; null for none */
    static Recognition of(String code) {
        return code == null ? null
                : Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst().orElseThrow();
    }

    /** Rows with the same key are about the same customer. */
    String key(Identity identity) {
        return code() + ' ' + (fields.contains("name") ? identity.name() + ' ' : "")
                + (fields.contains("phone") ? identity.phone() : "") + (fields.contains("email") ? identity.email() : "");
    }
}
