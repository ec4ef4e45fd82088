package io.rapport.customer.application.trail;

import io.rapport.trail.TrailEntry;

/**
 * An entry as it is kept.
 *
 * @param sequence from 1 without a gap
 * @param offset   in the topic
 * @param hash     SHA-256 over the entry and all before it
 */
public record KeptEntry(long sequence, long offset, TrailEntry entry, byte[] hash) {
}
