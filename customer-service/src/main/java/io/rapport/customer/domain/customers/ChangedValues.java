package io.rapport.customer.domain.customers;

import io.rapport.values.Patch;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * New values for some of what is known of a customer; what is not named stays.
 *
 * @param facts          new facts; a null component stays
 * @param cleared        names of facts that lose their value
 * @param assignment     null: stays
 * @param salesStatus    null: stays
 * @param activityClosed null: stays
 */
public record ChangedValues(CustomerFacts facts, Set<String> cleared, Assignment assignment, SalesStatus salesStatus,
                            Boolean activityClosed) {

    static final String OWNER = "owner";
    static final String SALES_STATUS = "salesStatus";
    static final String ACTIVITY = "activity";

    public ChangedValues {
        cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
    }

    /** Names of what changes, as answers name it; owner and team are one. */
    Set<String> fields() {
        Set<String> fields = factNames();
        if (assignment != null) {
            fields.add(OWNER);
        }
        if (salesStatus != null) {
            fields.add(SALES_STATUS);
        }
        if (activityClosed != null) {
            fields.add(ACTIVITY);
        }
        return fields;
    }

    /** The state with these values. */
    CustomerState on(CustomerState before) {
        CustomerState after = before.with(before.number(),
                CustomerFacts.SHEET.merge(before.facts(), new Patch<>(facts, cleared)));
        after = assignment == null ? after : after.with(assignment);
        after = salesStatus == null ? after : after.with(salesStatus);
        return activityClosed == null ? after : after.closed(activityClosed);
    }

    /** What puts everything back that these values change in a state. */
    ChangedValues backTo(CustomerState before) {
        Set<String> names = factNames();
        CustomerFacts known = CustomerFacts.SHEET.only(before.facts(), names);
        names.removeAll(CustomerFacts.SHEET.present(known));
        return new ChangedValues(known, names,
                assignment == null ? null : before.assignment(),
                salesStatus == null ? null : before.salesStatus(),
                activityClosed == null ? null : before.activityClosed());
    }

    /** These values without those of some fields. */
    ChangedValues without(Set<String> fields) {
        Set<String> rest = factNames();
        rest.removeAll(fields);
        return only(rest, name -> !fields.contains(name));
    }

    /** Of these values those of some fields. */
    ChangedValues only(Set<String> fields) {
        Set<String> rest = factNames();
        rest.retainAll(fields);
        return only(rest, fields::contains);
    }

    /** These values and others of other fields. */
    ChangedValues and(ChangedValues other) {
        Set<String> allCleared = new HashSet<>(cleared);
        allCleared.addAll(other.cleared);
        return new ChangedValues(CustomerFacts.SHEET.merge(facts,
                new Patch<>(other.facts, Set.of())), allCleared,
                other.assignment == null ? assignment : other.assignment,
                other.salesStatus == null ? salesStatus : other.salesStatus,
                other.activityClosed == null ? activityClosed : other.activityClosed);
    }

    private ChangedValues only(Set<String> names, Predicate<String> stays) {
        Set<String> stillCleared = new HashSet<>(cleared);
        stillCleared.retainAll(names);
        return new ChangedValues(CustomerFacts.SHEET.only(facts, names), stillCleared,
                stays.test(OWNER) ? assignment : null,
                stays.test(SALES_STATUS) ? salesStatus : null,
                stays.test(ACTIVITY) ? activityClosed : null);
    }

    private Set<String> factNames() {
        Set<String> names = new HashSet<>(CustomerFacts.SHEET.present(facts));
        names.addAll(cleared);
        return names;
    }
}
