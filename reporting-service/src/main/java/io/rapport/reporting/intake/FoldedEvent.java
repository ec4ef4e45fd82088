package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;

/**
 * What one event did to its record.
 *
 * @param before null when it was the first
 * @param after  its version is the event's sequence
 */
public record FoldedEvent(EventEnvelope event, RecordDocument before, RecordDocument after) {
}
