package io.rapport.customer.domain.valuelists;

/** What has happened to an administered list, as it is stored. */
public sealed interface ValueListEvent {

    /** The list is this now, whole. */
    record Defined(ValueListDefinition definition) implements ValueListEvent {
    }
}
