package io.rapport.reporting.intake;

/** An event that can be read but makes no sense to the projection of its kind. Its message names no value. */
public final class UnprojectableEvent extends Exception {

    public UnprojectableEvent(String message) {
        super(message);
    }
}
