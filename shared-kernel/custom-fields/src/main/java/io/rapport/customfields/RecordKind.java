package io.rapport.customfields;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of record that may have custom fields. */
public enum RecordKind {

    CUSTOMER("customer"),
    CONTACT("contact"),
    OPPORTUNITY("opportunity"),
    ORDER("order"),
    INTERACTION("interaction");

    private final String code;

    RecordKind(String code) {
        this.code = code;
    }

    /** As in paths and events: {@code customer}. */
    public String code() {
        return code;
    }

    public static Optional<RecordKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(RecordKind::code).collect(Collectors.joining(", "));
    }
}
