package io.rapport.customer.domain.directory;

/** What has happened to a user, as it is stored. Private to this service. */
public sealed interface UserEvent {

    /** The user as he is from now on, whole. */
    record Defined(UserDefinition definition) implements UserEvent {
    }
}
