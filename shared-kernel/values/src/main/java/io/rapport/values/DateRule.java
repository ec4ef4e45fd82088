package io.rapport.values;

import java.time.LocalDate;

/** What a day may be: one that every store and spreadsheet can hold. */
public final class DateRule {

    private DateRule() {
    }

    /**
     * Adds {@code date-out-of-range} where the year does not lie between 1 and 9999.
     *
     * @param value null passes
     */
    public static void check(String field, LocalDate value, FieldErrors errors) {
        if (value != null && (value.getYear() < 1 || value.getYear() > 9999)) {
            errors.add(field, "date-out-of-range");
        }
    }
}
