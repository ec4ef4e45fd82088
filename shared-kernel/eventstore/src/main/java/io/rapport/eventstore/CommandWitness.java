package io.rapport.eventstore;

/** Sees commands that are about to be committed, such as to note what has to be noted before it happens. */
public interface CommandWitness {

    /**
     * Called in the command's transaction, after the record has decided that something changes and before any of it is
     * stored; once, however often the command is tried. What it throws takes the command back.
     *
     * @param recorded what the command comes to
     */
    void beforeCommit(Recorded recorded);

    /** What was seen could not be stored after all, or nobody knows whether it was. */
    default void notConfirmed() {
    }
}
