package io.rapport.reporting.intake;

/** One record among those of all kinds. */
record RecordKey(RecordKind kind, String id) {

    /** As one text, unique over all kinds. */
    String text() {
        return kind.code() + ':' + id;
    }
}
