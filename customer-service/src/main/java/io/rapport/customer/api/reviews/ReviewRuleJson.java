package io.rapport.customer.api.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.values.FieldErrors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A review rule as clients read and write it; what a case leaves out does not matter to it. */
record ReviewRuleJson(List<CaseJson> cases) {

    /** @param roles codes such as {@code rep} */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CaseJson(String name, ReviewRule.Entry entry, List<String> roles, Map<String, List<String>> where) {
    }

    static ReviewRuleJson of(ReviewRule rule) {
        return new ReviewRuleJson(rule.cases().stream().map(one -> new CaseJson(one.name(), one.entry(),
                one.roles().stream().map(Role::code).sorted().toList(), one.where())).toList());
    }

    /** @throws io.rapport.contracts.refusal.Refusal INVALID, naming each role that there is not */
    ReviewRule rule() {
        FieldErrors errors = new FieldErrors();
        if (cases == null) {
            errors.add("cases", "required");
        }
        List<ReviewRule.Case> read = new ArrayList<>();
        for (CaseJson one : cases == null ? List.<CaseJson>of() : cases) {
            read.add(new ReviewRule.Case(one.name(), one.entry(),
                    roles("cases[" + read.size() + "].roles", one.roles(), errors), one.where()));
        }
        errors.throwIfAny();
        return new ReviewRule(read);
    }

    private static Set<Role> roles(String path, List<String> codes, FieldErrors errors) {
        if (codes == null) {
            return Set.of();
        }
        for (int i = 0; i < codes.size(); i++) {
            if (Role.of(codes.get(i)).isEmpty()) {
                errors.add(path + '[' + i + ']', "choice-unknown",
                        Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", ")));
            }
        }
        return codes.stream().flatMap(code -> Role.of(code).stream()).collect(Collectors.toSet());
    }
}
