package io.rapport.customer.domain.customfields;

import io.rapport.customfields.RecordKind;
import java.util.function.Predicate;

/**
 * Knows what records hold in custom fields, archived records too. No record can begin to hold something else before the
 * command that asks ends.
 */
public interface CustomFieldUsers {

    /** Records that have any value of the field. */
    long count(RecordKind kind, String key);

    /** Records that hold this choice. */
    long count(RecordKind kind, String key, String choice);

    /**
     * Records whose value, a text, does not fit.
     *
     * @param fits asked once for each different text
     */
    long countUnfit(RecordKind kind, String key, Predicate<String> fits);

    /** Records of which another one holds the same text; customers that were merged are one. */
    long countRepeated(RecordKind kind, String key);

    /** From now on the texts that records hold are theirs alone. */
    void keepApart(RecordKind kind, String key);

    /** From now on any record may hold any text again. */
    void letRepeat(RecordKind kind, String key);

    /** How many fields the kind of record has. */
    long fields(RecordKind kind);
}
