package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields a customer takes over from another.
 *
 * @param take names of fields, each with {@code this}, {@code from} or, for lists, {@code both}
 */
record MergeChoices(Map<String, String> take) {

    private static final String FROM = "from";
    private static final String BOTH = "both";
    private static final Set<String> CHOICES = Set.of("this", FROM, BOTH);
    private static final Set<String> BESIDE_FACTS =
            Set.of(ChangedValues.OWNER, ChangedValues.SALES_STATUS, ChangedValues.ACTIVITY);

    /** Adds what cannot be chosen between these two. */
    void check(CustomerState state, CustomerState other, FieldErrors errors) {
        take.forEach((field, choice) -> {
            boolean known = isFact(field) || BESIDE_FACTS.contains(field)
                    || custom(state, field) != null || custom(other, field) != null;
            if (!known) {
                errors.add("take." + field, "merge-field-unknown");
            } else if (choice == null || !CHOICES.contains(choice)) {
                errors.add("take." + field, "merge-choice-unknown");
            } else if (choice.equals(BOTH) && !isList(field, state, other)) {
                errors.add("take." + field, "merge-choice-of-lists");
            }
        });
    }

    /** What the customer takes over, as far as it differs from what it has. */
    ChangedValues values(CustomerState state, CustomerState other) {
        Set<String> both = chosen(BOTH).stream().filter(MergeChoices::isFact).collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>(chosen(FROM));
        wanted.addAll(both);
        CustomerFacts joined = CustomerFacts.SHEET.joined(state.facts(), other.facts(), both);
        CustomerFacts source = CustomerFacts.SHEET.merge(other.facts(),
                new Patch<>(CustomerFacts.SHEET.only(joined, both), Set.of()));
        Patch<CustomerFacts> facts =
                CustomerFacts.SHEET.effective(state.facts(), CustomerFacts.SHEET.replacement(source, wanted));
        Map<String, Object> custom = new HashMap<>();
        Set<String> cleared = new HashSet<>(facts.cleared());
        take.keySet().stream().filter(field -> field.startsWith(ChangedValues.CUSTOM_KEY))
                .forEach(field -> takeCustom(field, state, other, custom, cleared));
        CustomerFacts changed = facts.changed().withCustom(custom.isEmpty() ? null : new CustomValues(custom));
        return new ChangedValues(changed, cleared,
                taken(wanted, ChangedValues.OWNER, state.assignment(), other.assignment()),
                taken(wanted, ChangedValues.SALES_STATUS, state.salesStatus(), other.salesStatus()),
                taken(wanted, ChangedValues.ACTIVITY, state.activityClosed(), other.activityClosed())).whole(state);
    }

    private void takeCustom(String field, CustomerState state, CustomerState other, Map<String, Object> custom,
                            Set<String> cleared) {
        Object value = switch (take.get(field)) {
            case FROM -> custom(other, field);
            case BOTH -> joined(custom(state, field), custom(other, field));
            default -> custom(state, field);
        };
        if (value == null) {
            cleared.add(field);
        } else {
            custom.put(field.substring(ChangedValues.CUSTOM_KEY.length()), value);
        }
    }

    private static List<Object> joined(Object first, Object second) {
        Set<Object> entries = new LinkedHashSet<>();
        for (Object list : new Object[] {first, second}) {
            if (list != null) {
                entries.addAll((List<?>) list);
            }
        }
        return List.copyOf(entries);
    }

    private static boolean isFact(String field) {
        return CustomerFacts.SHEET.names().contains(field) && !field.equals(ChangedValues.CUSTOM);
    }

    private static boolean isList(String field, CustomerState state, CustomerState other) {
        return field.startsWith(ChangedValues.CUSTOM_KEY)
                ? isListOrAbsent(custom(state, field)) && isListOrAbsent(custom(other, field))
                : CustomerFacts.SHEET.isList(field);
    }

    private static boolean isListOrAbsent(Object value) {
        return value == null || value instanceof List;
    }

    /** The custom value of a field; null when it has none, or is no custom field. */
    private static Object custom(CustomerState state, String field) {
        return field.startsWith(ChangedValues.CUSTOM_KEY)
                ? ChangedValues.custom(state.facts()).get(field.substring(ChangedValues.CUSTOM_KEY.length())) : null;
    }

    private static <V> V taken(Set<String> wanted, String field, V before, V others) {
        return wanted.contains(field) && !Objects.equals(before, others) ? others : null;
    }

    private Set<String> chosen(String choice) {
        return take.entrySet().stream().filter(entry -> choice.equals(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
