package io.rapport.customer.domain.customfields;

/** The custom fields of every kind of record as they are when a command is handled. */
@FunctionalInterface
public interface CustomFieldSettings {

    CustomFields of(RecordKind kind);
}
