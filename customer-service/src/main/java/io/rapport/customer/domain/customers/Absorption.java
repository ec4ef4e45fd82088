package io.rapport.customer.domain.customers;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A customer that was merged into this one, and what it takes to part them again.
 *
 * @param from         its id
 * @param records      its id, and the ids of those that had been merged into it before
 * @param before       the values that this customer had of the fields taken from the other, of those that nobody has
 *                     changed since
 * @param changedSince names of the fields that somebody has changed since
 */
public record Absorption(String from, List<String> records, ChangedValues before, Set<String> changedSince) {

    public Absorption {
        records = List.copyOf(records);
        changedSince = Collections.unmodifiableSet(new TreeSet<>(changedSince));
    }

    Absorption changed(Set<String> fields) {
        Set<String> all = new TreeSet<>(changedSince);
        all.addAll(fields);
        return new Absorption(from, records, before.without(fields), all);
    }

    Absorption goingBackTo(ChangedValues values) {
        return new Absorption(from, records, before.without(values.fields()).and(values), changedSince);
    }
}
