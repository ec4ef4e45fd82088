package io.rapport.customfields;

/**
 * Keeps each value of a unique field to one record, in the running transaction of a command: among all that happens at
 * once, one gets it.
 */
public interface UniqueValues {

    /** For fields of which none is unique. */
    UniqueValues NONE = new UniqueValues() {
        @Override
        public boolean claim(RecordKind kind, String key, String value, String recordId) {
            throw new IllegalStateException("no field is unique");
        }

        @Override
        public void release(RecordKind kind, String key, String value, String recordId) {
            throw new IllegalStateException("no field is unique");
        }
    };

    /** Whether the value is now, or already was, this record's; false if another has it. */
    boolean claim(RecordKind kind, String key, String value, String recordId);

    /** Gives the value back if this record has it; otherwise nothing happens. */
    void release(RecordKind kind, String key, String value, String recordId);
}
