package io.rapport.customer.domain.customers;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a customer is merged with others.
 *
 * @param into     id of the customer that answers for this one; null for a customer of its own
 * @param absorbed those that were merged into this one, the first one first
 */
public record Merges(String into, List<Absorption> absorbed) {

    static final Merges NONE = new Merges(null, List.of());

    public Merges {
        absorbed = absorbed == null ? List.of() : List.copyOf(absorbed);
    }

    Merges into(String survivor) {
        return new Merges(survivor, absorbed);
    }

    Merges with(Absorption newest) {
        return new Merges(into, Stream.concat(absorbed.stream(), Stream.of(newest)).toList());
    }

    /** Somebody has changed these fields. */
    Merges changed(Set<String> fields) {
        return absorbed.isEmpty() || fields.isEmpty() ? this
                : new Merges(into, absorbed.stream().map(absorption -> absorption.changed(fields)).toList());
    }

    /** Ids of all customers that this one answers for. */
    List<String> records() {
        return absorbed.stream().flatMap(absorption -> absorption.records().stream()).toList();
    }
}
