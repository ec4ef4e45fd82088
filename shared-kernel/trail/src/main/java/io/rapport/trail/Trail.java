package io.rapport.trail;

/** Where acts are noted. */
public interface Trail {

    /**
     * Notes an act that is about to happen, and returns when the entry cannot be lost any more: some milliseconds, at
     * most two seconds. An act that fails afterwards stays noted: note it as the last before it is committed.
     *
     * @throws TrailUnavailable if it cannot be noted now; the act must not happen, 503 tells the asker so
     */
    void record(TrailEntry entry);

    /** Notes what has not happened anyway, such as a refusal: waits for nothing, and an entry may be lost. */
    void mention(TrailEntry entry);
}
