package io.rapport.customer.application.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.CustomFields;
import io.rapport.values.FieldErrors;

import java.util.List;
import java.util.Map;

/**
 * A custom field of texts that a user chose to recognise rows of a file by: it holds the id of the record in another
 * system.
 *
 * @param key of the field
 */
public record RecognisingField(String key) {

    private static final String PREFIX = "custom.";

    /** What may be chosen, as it stands in a request: {@code custom.erpId}. */
    public static List<String> codes(CustomFields fields) {
        return fields.all().stream().filter(field -> field.type() == CustomFieldType.TEXT && !field.deprecated())
                .map(field -> PREFIX + field.key()).toList();
    }

    /** Null where {@code code}, which may be null, names no custom field. */
    public static RecognisingField of(String code) {
        return code == null || !code.startsWith(PREFIX) ? null : new RecognisingField(code.substring(PREFIX.length()));
    }

    public String code() {
        return PREFIX + key;
    }

    /** Adds {@code required} where the row has no text in the field. */
    public void checkGiven(Map<String, String> row, FieldErrors errors) {
        if (row.get(code()) == null) {
            errors.add(code(), "required");
        }
    }

    /** What a row that was checked holds in the field. */
    public String textIn(CustomValues values) {
        return values.get(key).toString();
    }
}
