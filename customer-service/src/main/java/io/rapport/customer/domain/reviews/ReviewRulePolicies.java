package io.rapport.customer.domain.reviews;

import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a review rule may say. */
final class ReviewRulePolicies {

    private static final int MOST_CASES = 20;
    private static final int MOST_VALUES = 100;
    private static final TextRule LINE = TextRule.line(100);

    private ReviewRulePolicies() {
    }

    static void aRuleMakesSense(ReviewRule rule, CustomerSettings settings, FieldErrors errors) {
        if (rule.cases().size() > MOST_CASES) {
            errors.add("cases", "too-many", MOST_CASES);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rule.cases().size(); i++) {
            String path = "cases[" + i + "].";
            ReviewRule.Case one = rule.cases().get(i);
            LINE.checkGiven(path + "name", one.name(), errors);
            if (one.name() != null && !names.add(one.name())) {
                errors.add(path + "name", "review-case-named-twice");
            }
            one.where().forEach((fact, values) ->
                    aConditionMakesSense(path + "where." + fact, fact, values, settings, errors));
        }
    }

    private static void aConditionMakesSense(String path, String fact, List<String> values,
                                             CustomerSettings settings, FieldErrors errors) {
        if (!ReviewRule.FACTS.containsKey(fact)) {
            errors.add(path, "choice-unknown", String.join(", ", ReviewRule.FACTS.keySet().stream().sorted().toList()));
        } else if (values.isEmpty()) {
            errors.add(path, "required");
        } else if (values.size() > MOST_VALUES) {
            errors.add(path, "too-many", MOST_VALUES);
        } else {
            for (int i = 0; i < values.size(); i++) {
                LINE.checkGiven(path + '[' + i + ']', values.get(i), errors);
            }
            ValueListName.of(fact).ifPresent(list -> aCustomerMayHaveThem(path, values, settings.list(list), errors));
        }
    }

    /** A value that is retired may stay: customers may have it again. */
    private static void aCustomerMayHaveThem(String path, List<String> values, ValueListDefinition list,
                                             FieldErrors errors) {
        for (int i = 0; i < values.size(); i++) {
            if (!list.open() && !values.get(i).isBlank() && list.find(values.get(i)).isEmpty()) {
                errors.add(path + '[' + i + ']', "choice-unknown", String.join(", ", list.offered()));
            }
        }
    }
}
