package io.rapport.customer.domain.customfields;

/** What has happened to a custom field, as it is stored. */
public sealed interface CustomFieldEvent {

    /** The field is this now, whole. */
    record Defined(CustomFieldDefinition definition) implements CustomFieldEvent {
    }

    /** There is no such field any more. */
    record Removed(RecordKind recordKind, String key) implements CustomFieldEvent {
    }
}
