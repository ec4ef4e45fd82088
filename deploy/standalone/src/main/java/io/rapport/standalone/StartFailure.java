package io.rapport.standalone;

/** The product cannot be started; the message says to its user why, and what to do. */
public final class StartFailure extends RuntimeException {

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
