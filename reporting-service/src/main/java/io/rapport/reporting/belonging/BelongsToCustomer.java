package io.rapport.reporting.belonging;

import io.rapport.reporting.intake.RecordDocument;

import java.util.List;

/** A record that counts for a customer: its interactions, its orders. */
public interface BelongsToCustomer extends RecordDocument {

    /** Null when it belongs to nobody. */
    String customerId();

    /** The {@link Buckets} it is in, one for each customer that it belongs to or has ever belonged to. */
    List<String> buckets();
}
