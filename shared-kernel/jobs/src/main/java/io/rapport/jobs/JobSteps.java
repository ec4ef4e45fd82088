package io.rapport.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The work of one run of a job, from where the job left off.
 *
 * @param <I> a row or a record
 */
interface JobSteps<I> extends Closeable {

    /** What is to be done next; empty when nothing is left. */
    List<I> next(int most) throws IOException;

    /** Does it, in the transaction that keeps the progress: all of it stands or nothing does. */
    Tally carryOut(List<I> items);

    /** Nothing is left; in the transaction that ends the job. */
    void finish();

    @Override
    default void close() throws IOException {
    }
}
