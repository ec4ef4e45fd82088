package io.rapport.reporting.freshness;

/** A read model has not seen a write that the caller named within the time a read may wait; answered with 503. */
public final class NotYetVisible extends RuntimeException {

    NotYetVisible() {
        super("the read model has not caught up with the writes named", null, false, false);
    }
}
