package io.rapport.customer.domain.directory;

/** What has happened to the table of rights, as it is stored. Private to this service. */
public sealed interface RightsEvent {

    /** The table as it is from now on, whole. */
    record Defined(RightsDefinition definition) implements RightsEvent {
    }
}
