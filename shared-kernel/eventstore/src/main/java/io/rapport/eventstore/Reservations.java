package io.rapport.eventstore;

/**
 * Makes a value unique among records, in the running transaction of a command: what is reserved becomes visible with
 * the command's events or not at all. Handed to command handlers directly or behind a port of the domain.
 */
public interface Reservations {

    /**
     * Waits when another transaction is just about to reserve the same value.
     *
     * @param scope    what is unique, for example {@code customer-number}
     * @param value    compared exactly; normalise it before
     * @param recordId who gets it
     * @return true if the value is now, or already was, reserved for this record; false if another has it
     */
    boolean reserve(String scope, String value, String recordId);

    /**
     * Reserves the next number that is free, counted by a PostgreSQL sequence. Numbers of commands that fail are not
     * given again, and where many in a row are taken some free ones are passed over.
     *
     * @param sequence name of the sequence
     * @param digits   leading zeros fill the number up to this length
     * @return the number as it is reserved
     */
    String reserveNext(String scope, String sequence, int digits, String recordId);

    /** Gives the value back if this record has it; otherwise nothing happens. */
    void release(String scope, String value, String recordId);
}
