package io.rapport.customer.application.rights;

import io.rapport.customer.application.customers.CustomerOwners;
import io.rapport.rights.Holders;
import io.rapport.rights.Owners;

import java.util.Set;
import java.util.function.Supplier;

/** Who holds a record. The owner of the customer it belongs to is asked for only where the record's own does not decide. */
final class Belonging {

    private final Holders own;
    private final Supplier<Holders> whole;
    private Holders known;

    private Belonging(Holders own, Supplier<Holders> whole) {
        this.own = own;
        this.whole = whole;
    }

    /** @param owner of a record that belongs to no customer; null for nobody */
    static Belonging of(String owner) {
        Holders holders = Holders.of(owner);
        return new Belonging(holders, () -> holders);
    }

    /** @param owner of the record itself; null for nobody */
    static Belonging toCustomer(String owner, String customerId, CustomerOwners customers) {
        return new Belonging(Holders.ofUnknownCustomer(owner), () -> customerId == null ? Holders.of(owner)
                : customers.holders(customerId)
                        .map(customer -> Holders.ofBelonging(owner, customer.users().stream().findFirst().orElse(null)))
                        .orElseGet(() -> Holders.ofUnknownCustomer(owner)));
    }

    boolean areIn(Owners reached) {
        return switch (reached) {
            case Owners.Everyone() -> true;
            case Owners.Nobody() -> false;
            case Owners.Of(Set<String> _, boolean _) -> reached.include(own) || reached.include(all());
        };
    }

    Holders all() {
        if (known == null) {
            known = whole.get();
        }
        return known;
    }
}
