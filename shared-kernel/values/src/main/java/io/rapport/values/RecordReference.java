package io.rapport.values;

import java.util.regex.Pattern;

/** The id of a record of another kind, such as the customer of a contact. */
public final class RecordReference {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RecordReference() {
    }

    /**
     * Adds {@code id-malformed} where the value cannot be the id of any record. Whether there is such a record is not
     * for a value to know.
     *
     * @param value null passes
     */
    public static void check(String field, String value, FieldErrors errors) {
        if (value != null && !ID.matcher(value).matches()) {
            errors.add(field, "id-malformed");
        }
    }
}
