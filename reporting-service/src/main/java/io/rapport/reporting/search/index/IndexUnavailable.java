package io.rapport.reporting.search.index;

/** Elasticsearch cannot be reached, is too busy or has lost the index: nothing may be assumed, try again later. */
public final class IndexUnavailable extends RuntimeException {

    public IndexUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
