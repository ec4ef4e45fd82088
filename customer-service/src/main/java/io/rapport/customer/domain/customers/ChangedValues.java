package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New values for some of what is known of a customer; what is not named stays. In events custom values come whole, as
 * they are afterwards; what a way back remembers of them is key by key, see {@link #whole}.
 *
 * @param facts          new facts; a null component stays
 * @param cleared        names of facts that lose their value; a custom value as {@code custom.<key>}
 * @param assignment     null: stays
 * @param salesStatus    null: stays
 * @param activityClosed null: stays
 */
public record ChangedValues(CustomerFacts facts, Set<String> cleared, Assignment assignment, SalesStatus salesStatus,
                            Boolean activityClosed) {

    static final String OWNER = "owner";
    static final String SALES_STATUS = "salesStatus";
    static final String ACTIVITY = "activity";
    static final String CUSTOM = "custom";
    /** In front of the key of a custom field in the name of a field. */
    static final String CUSTOM_KEY = CUSTOM + '.';

    public ChangedValues {
        cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
    }

    /** What a state has of some fields. */
    static ChangedValues of(CustomerState state, Set<String> fields) {
        CustomerFacts known = only(state.facts(), fields);
        Set<String> absent = new HashSet<>(fields);
        absent.removeAll(names(known));
        absent.removeAll(Set.of(OWNER, SALES_STATUS, ACTIVITY));
        return new ChangedValues(known, absent,
                fields.contains(OWNER) ? state.assignment() : null,
                fields.contains(SALES_STATUS) ? state.salesStatus() : null,
                fields.contains(ACTIVITY) ? state.activityClosed() : null);
    }

    /** Names of the fields in which two states differ, as answers name them; owner and team are one. */
    static Set<String> fieldsBetween(CustomerState before, CustomerState after) {
        Patch<CustomerFacts> facts = CustomerFacts.SHEET.effective(before.facts(),
                CustomerFacts.SHEET.replacement(after.facts()));
        Set<String> fields = new TreeSet<>(CustomerFacts.SHEET.present(facts.changed()));
        fields.addAll(facts.cleared());
        if (fields.remove(CUSTOM)) {
            Map<String, Object> old = custom(before.facts()).values();
            Map<String, Object> now = custom(after.facts()).values();
            Stream.concat(old.keySet().stream(), now.keySet().stream())
                    .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                    .forEach(key -> fields.add(CUSTOM_KEY + key));
        }
        addIf(!Objects.equals(before.number(), after.number()), "number", fields);
        addIf(!before.assignment().equals(after.assignment()), OWNER, fields);
        addIf(before.salesStatus() != after.salesStatus(), SALES_STATUS, fields);
        addIf(before.activityClosed() != after.activityClosed(), ACTIVITY, fields);
        return fields;
    }

    /** Names of what changes. */
    Set<String> fields() {
        Set<String> fields = names(facts);
        fields.addAll(cleared);
        addIf(assignment != null, OWNER, fields);
        addIf(salesStatus != null, SALES_STATUS, fields);
        addIf(activityClosed != null, ACTIVITY, fields);
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

    /** These values with custom values as they are afterwards, all of them: as events tell them. */
    ChangedValues whole(CustomerState before) {
        Set<String> keys = cleared.stream().filter(name -> name.startsWith(CUSTOM_KEY))
                .map(name -> name.substring(CUSTOM_KEY.length())).collect(Collectors.toSet());
        CustomValues after = custom(before.facts()).with(custom(facts), keys);
        boolean same = after.equals(custom(before.facts()));
        Set<String> others = cleared.stream().filter(name -> !name.startsWith(CUSTOM_KEY)).collect(Collectors.toSet());
        addIf(!same && after.isEmpty(), CUSTOM, others);
        return new ChangedValues(facts.withCustom(same || after.isEmpty() ? null : after), others, assignment,
                salesStatus, activityClosed);
    }

    /** These values without those of some fields. */
    ChangedValues without(Set<String> fields) {
        return only(name -> !fields.contains(name));
    }

    /** Of these values those of some fields. */
    ChangedValues only(Set<String> fields) {
        return only(fields::contains);
    }

    /** These values and others of other fields. */
    ChangedValues and(ChangedValues other) {
        Set<String> allCleared = new HashSet<>(cleared);
        allCleared.addAll(other.cleared);
        CustomValues custom = custom(facts).with(custom(other.facts), Set.of());
        CustomerFacts all = CustomerFacts.SHEET.merge(facts, new Patch<>(other.facts, Set.of()))
                .withCustom(custom.isEmpty() ? null : custom);
        return new ChangedValues(all, allCleared,
                other.assignment == null ? assignment : other.assignment,
                other.salesStatus == null ? salesStatus : other.salesStatus,
                other.activityClosed == null ? activityClosed : other.activityClosed);
    }

    static CustomValues custom(CustomerFacts facts) {
        return facts.custom() == null ? CustomValues.NONE : facts.custom();
    }

    private ChangedValues only(Predicate<String> stays) {
        Set<String> names = names(facts).stream().filter(stays).collect(Collectors.toSet());
        return new ChangedValues(only(facts, names), cleared.stream().filter(stays).collect(Collectors.toSet()),
                stays.test(OWNER) ? assignment : null,
                stays.test(SALES_STATUS) ? salesStatus : null,
                stays.test(ACTIVITY) ? activityClosed : null);
    }

    private static CustomerFacts only(CustomerFacts facts, Set<String> names) {
        Map<String, Object> kept = new HashMap<>(custom(facts).values());
        kept.keySet().removeIf(key -> !names.contains(CUSTOM_KEY + key));
        return CustomerFacts.SHEET.only(facts, names).withCustom(kept.isEmpty() ? null : new CustomValues(kept));
    }

    private static Set<String> names(CustomerFacts facts) {
        Set<String> names = new HashSet<>(CustomerFacts.SHEET.present(facts));
        names.remove(CUSTOM);
        custom(facts).values().keySet().forEach(key -> names.add(CUSTOM_KEY + key));
        return names;
    }

    private static void addIf(boolean condition, String field, Set<String> fields) {
        if (condition) {
            fields.add(field);
        }
    }
}
