package io.rapport.customer.domain.customers;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a customer is merged with others.
 *
 * @param into     id of the customer that answers for this one; null for a customer of its own
 * @param absorbed those that were merged into this one, the first one first
 * @param apart    ids of those that look alike, but are others as somebody has said
 */
public record Merges(String into, List<Absorption> absorbed, Set<String> apart) {

    static final Merges NONE = new Merges(null, List.of(), Set.of());

    public Merges {
        absorbed = absorbed == null ? List.of() : List.copyOf(absorbed);
        apart = apart == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(apart));
    }

    Merges into(String survivor) {
        return new Merges(survivor, absorbed, apart);
    }

    Merges with(Absorption newest) {
        return with(Stream.concat(absorbed.stream(), Stream.of(newest)).toList());
    }

    Merges with(List<Absorption> newAbsorbed) {
        return new Merges(into, newAbsorbed, apart);
    }

    Merges toldApart(String from, boolean now) {
        Set<String> others = new TreeSet<>(apart);
        if (now) {
            others.add(from);
        } else {
            others.remove(from);
        }
        return new Merges(into, absorbed, others);
    }

    /** Somebody has changed these fields. */
    Merges changed(Set<String> fields) {
        return absorbed.isEmpty() || fields.isEmpty() ? this
                : with(absorbed.stream().map(absorption -> absorption.changed(fields)).toList());
    }

    /** Ids of all customers that this one answers for. */
    List<String> records() {
        return absorbed.stream().flatMap(absorption -> absorption.records().stream()).toList();
    }
}
