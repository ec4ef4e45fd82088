package io.rapport.reporting.intake;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record that are kept as read models. */
public enum RecordKind {

    CUSTOMER("customer"),
    CONTACT("contact"),
    INTERACTION("interaction");

    private final String code;

    RecordKind(String code) {
        this.code = code;
    }

    /** Name of the kind in consistency tokens and at the front of event types: {@code customer}. */
    public String code() {
        return code;
    }

    public static Optional<RecordKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
