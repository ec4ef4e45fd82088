package io.rapport.customer.domain.customfields;

import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.RecordKind;

/** What has happened to a custom field, as it is stored. */
public sealed interface CustomFieldEvent {

    /** The field is this now, whole. */
    record Defined(CustomFieldDefinition definition) implements CustomFieldEvent {
    }

    /** There is no such field any more. */
    record Removed(RecordKind recordKind, String key) implements CustomFieldEvent {
    }
}
