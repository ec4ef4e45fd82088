package io.rapport.customer.domain.directory;

/** What has happened to a team, as it is stored. Private to this service. */
public sealed interface TeamEvent {

    /** The team as it is from now on, whole. */
    record Defined(TeamDefinition definition) implements TeamEvent {
    }
}
