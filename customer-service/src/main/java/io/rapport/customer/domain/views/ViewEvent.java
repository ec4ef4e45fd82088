package io.rapport.customer.domain.views;

/** What has happened to a view, as it is stored. */
public sealed interface ViewEvent {

    /** The view is this now, whole. */
    record Saved(String viewId, ViewDefinition definition) implements ViewEvent {
    }

    record Removed() implements ViewEvent {
    }
}
