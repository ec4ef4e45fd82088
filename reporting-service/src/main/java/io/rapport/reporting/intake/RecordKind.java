package io.rapport.reporting.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of record that are kept as read models. */
public enum RecordKind {

    CUSTOMER("customer", "customers"),
    CONTACT("contact", "contacts"),
    INTERACTION("interaction", "interactions"),
    TASK("task", "tasks"),
    OPPORTUNITY("opportunity", "opportunities"),
    ORDER("order", "orders"),

    /** The exchange rates of a day, a definition rather than a record: read by its users, never listed. */
    EXCHANGE_RATES("exchange-rates", "exchange-rates"),

    /** A definition rather than a record: read by its users, never listed. */
    CUSTOM_FIELD("custom-field", "custom-fields"),

    /** A definition rather than a record: read by its users, never listed. */
    PIPELINE("pipeline", "pipelines");

    private final String code;
    private final String plural;

    RecordKind(String code, String plural) {
        this.code = code;
        this.plural = plural;
    }

    /** Name of the kind in consistency tokens and at the front of event types: {@code customer}. */
    public String code() {
        return code;
    }

    /** Name of all of them together, as in paths: {@code customers}. */
    public String plural() {
        return plural;
    }

    /** Whether there are lists of such records: then they are in the search index too. */
    public boolean listed() {
        return this != EXCHANGE_RATES && this != CUSTOM_FIELD && this != PIPELINE;
    }

    /** The kinds that have lists. */
    public static List<RecordKind> allListed() {
        return Arrays.stream(values()).filter(RecordKind::listed).toList();
    }

    /** The kind of record that events of this type are about: what stands before the first dot. */
    static Optional<RecordKind> ofEventType(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? Optional.empty() : of(type.substring(0, dot));
    }

    public static Optional<RecordKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
