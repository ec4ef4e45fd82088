package io.rapport.eventstore;

import java.util.List;

/**
 * Carries out many commands in one transaction, for work over many records. A refused command leaves nothing and does
 * not disturb the others; a later command of the batch sees what an earlier one did. When another writer gets in the
 * way of the batch, its commands are carried out one by one instead.
 *
 * <p>Inside a transaction that is already open on this thread the batch joins it, so that a job can store its own
 * progress together with the batch; then a collision is thrown to the owner of the transaction instead of being retried.
 */
public interface CommandBatch {

    /**
     * @param items at most a few hundred: locks are held until all are done, and a transaction may take 30 s
     * @return one outcome for each item, in the same order
     */
    List<Outcome> execute(List<BatchItem> items);
}
