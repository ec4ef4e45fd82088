package io.rapport.rights;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who a record belongs to, for rights: its own owner, and the owners of the customers that it belongs to. A right that
 * reaches one of them reaches the record.
 *
 * @param users   names of the owners; empty where there is none
 * @param unowned whether nobody owns it: a customer without owner, a record of such a customer, a record of its own
 *                that nobody owns
 */
public record Holders(Set<String> users, boolean unowned) {

    public Holders {
        users = Set.copyOf(users);
    }

    /**
     * Of a record that belongs to no customer.
     *
     * @param owner null for nobody
     */
    public static Holders of(String owner) {
        return owner == null ? new Holders(Set.of(), true) : new Holders(Set.of(owner), false);
    }

    /**
     * Of a record that belongs to a customer.
     *
     * @param owner         of the record itself; null for nobody
     * @param customerOwner of the customer that answers in the end, if it was merged; null for nobody
     */
    public static Holders ofBelonging(String owner, String customerOwner) {
        return new Holders(Stream.of(owner, customerOwner).filter(name -> name != null)
                .collect(Collectors.toUnmodifiableSet()), customerOwner == null);
    }

    /** Of a record that both are holders of: whoever reaches one of the two reaches it. */
    public Holders or(Holders other) {
        return new Holders(Stream.concat(users.stream(), other.users.stream()).collect(Collectors.toUnmodifiableSet()),
                unowned || other.unowned);
    }

    /** Of a record whose customer is not known here, or not yet: nobody sees it for the customer's sake. */
    public static Holders ofUnknownCustomer(String owner) {
        return new Holders(owner == null ? Set.of() : Set.of(owner), false);
    }
}
