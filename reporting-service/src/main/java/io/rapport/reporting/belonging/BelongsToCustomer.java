package io.rapport.reporting.belonging;

import io.rapport.reporting.intake.RecordDocument;

import io.rapport.rights.Holders;

import java.util.List;

/** A record that counts for a customer: its interactions, its orders. */
public interface BelongsToCustomer extends RecordDocument {

    /** Null when it belongs to nobody. */
    String customerId();

    /** The {@link Buckets} it is in, one for each customer that it belongs to or has ever belonged to. */
    List<String> buckets();

    /** Of the record itself; null for nobody. */
    String owner();

    /** Null in what is stored: it follows from other records. */
    CustomerHold customerHold();

    /** The same record with another note of who owns its customer. */
    BelongsToCustomer heldBy(CustomerHold hold);

    @Override
    default long indexVersion() {
        return version() + (customerHold() == null ? 0 : customerHold().version());
    }

    @Override
    default Holders holders() {
        if (customerId() == null) {
            return Holders.of(owner());
        }
        return customerHold() == null || !customerHold().known() ? Holders.ofUnknownCustomer(owner())
                : Holders.ofBelonging(owner(), customerHold().owner());
    }
}
