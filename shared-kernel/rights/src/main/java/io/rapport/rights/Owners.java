package io.rapport.rights;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Whose records a right reaches: what a query is narrowed to. */
public sealed interface Owners {

    Owners EVERYONE = new Everyone();
    Owners NOBODY = new Nobody();

    /** Every record, whoever owns it. */
    record Everyone() implements Owners {
    }

    /** No record at all. */
    record Nobody() implements Owners {
    }

    /**
     * @param users   user names, in order
     * @param unowned whether records that nobody owns are reached too
     */
    record Of(Set<String> users, boolean unowned) implements Owners {

        public Of {
            users = Collections.unmodifiableSet(new TreeSet<>(users));
        }
    }

    /** Whether records of these holders are reached. */
    default boolean include(Holders holders) {
        return switch (this) {
            case Everyone() -> true;
            case Nobody() -> false;
            case Of(Set<String> users, boolean unowned) ->
                    unowned && holders.unowned() || !Collections.disjoint(users, holders.users());
        };
    }

    /** Whether records of this owner are reached. */
    default boolean include(String owner) {
        return include(Holders.of(owner));
    }

    /** What both reach. */
    default Owners and(Owners other) {
        if (this instanceof Nobody || other instanceof Everyone) {
            return this;
        }
        if (other instanceof Nobody || this instanceof Everyone) {
            return other;
        }
        Of one = (Of) this;
        Of two = (Of) other;
        Set<String> both = new TreeSet<>(one.users());
        both.retainAll(two.users());
        return both.isEmpty() && !(one.unowned() && two.unowned()) ? NOBODY
                : new Of(both, one.unowned() && two.unowned());
    }

    /** Whether these reach whatever the others reach. */
    default boolean cover(Owners others) {
        return others.and(this).equals(others);
    }
}
