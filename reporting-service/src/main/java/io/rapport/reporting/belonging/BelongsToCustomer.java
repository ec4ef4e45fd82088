package io.rapport.reporting.belonging;

import io.rapport.reporting.intake.RecordDocument;

import io.rapport.rights.Holders;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record that counts for a customer, or for several: its interactions, its orders, its contacts. */
public interface BelongsToCustomer extends RecordDocument {

    /** The first one of them; null when it belongs to nobody. */
    String customerId();

    /** Of all customers that it belongs to, where these may be several. */
    default List<String> customerIds() {
        return customerId() == null ? List.of() : List.of(customerId());
    }

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
        return holders(this, owner());
    }

    /** @param owner of the record itself; null for nobody */
    static Holders holders(BelongsToCustomer record, String owner) {
        CustomerHold hold = record.customerHold();
        if (record.customerIds().isEmpty()) {
            return Holders.of(owner);
        }
        return hold == null || !hold.known() ? Holders.ofUnknownCustomer(owner)
                : new Holders(Stream.concat(Stream.ofNullable(owner), hold.owners().stream())
                        .collect(Collectors.toSet()), hold.unowned());
    }
}
