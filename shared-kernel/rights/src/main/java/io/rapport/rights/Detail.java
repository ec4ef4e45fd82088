package io.rapport.rights;

/** How much of a field somebody sees. */
public enum Detail {

    HIDDEN,

    /** Enough to recognise it, not enough to use it. */
    MASKED,

    FULL
}
