package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;

import java.util.Optional;

/** One record among those of all kinds. */
record RecordKey(RecordKind kind, String id) {

    /** The record that an event is about; empty when records of its kind are not kept here. */
    static Optional<RecordKey> of(EventEnvelope event) {
        return RecordKind.ofEventType(event.type()).map(kind -> new RecordKey(kind, event.subject()));
    }

    /** As one text, unique over all kinds. */
    String text() {
        return kind.code() + ':' + id;
    }
}
