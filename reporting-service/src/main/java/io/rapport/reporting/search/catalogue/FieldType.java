package io.rapport.reporting.search.catalogue;

/** What a field of a list holds, and by that: how it is indexed, which conditions make sense, how it sorts. */
public enum FieldType {

    /** One text or several: {@link String}, or a collection of them. Compared as folded text. */
    TEXT("text"),

    /** A number: {@link Number}. */
    NUMBER("number"),

    /** {@link io.rapport.contracts.Money}; its amount is what is compared. */
    MONEY("number"),

    /** As {@link #MONEY}; besides, its values can be added up exactly, currency by currency. */
    SUMMED_MONEY("number"),

    /** A day: {@link java.time.LocalDate}. */
    DATE("date"),

    /** A moment: {@link java.time.Instant}. A day in a condition means the whole day in UTC. */
    INSTANT("time"),

    /** A number of a custom field: {@link Number}; indexed as text of the same order. */
    CUSTOM_NUMBER("number"),

    /** A day of a custom field: text such as {@code 2026-01-31}. */
    CUSTOM_DATE("date"),

    /** Yes or no of a custom field: {@link Boolean}; indexed as text. */
    CUSTOM_BOOLEAN("boolean"),

    /** {@link Boolean}. */
    BOOLEAN("boolean"),

    /**
     * Whether a day or moment has come: true from that {@link java.time.LocalDate} in UTC, or {@link java.time.Instant},
     * on; never where there is none.
     */
    REACHED("boolean"),

    /**
     * {@link io.rapport.reporting.customers.Activity}, which changes by the mere passing of time: indexed as the
     * {@link java.time.Instant} it depends on, the epoch for a closed customer.
     */
    ACTIVITY("activity");

    private final String code;

    FieldType(String code) {
        this.code = code;
    }

    /** Name of the type towards users: two types of one name take the same values. */
    public String code() {
        return code;
    }
}
