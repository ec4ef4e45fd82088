package io.rapport.customer.domain.customers;

import io.rapport.contracts.rights.Role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which new customers wait for approval: those to which at least one case applies.
 *
 * @param cases none: nobody's
 */
public record ReviewRule(List<Case> cases) {

    /** New customers count at once. */
    public static final ReviewRule NONE = new ReviewRule(List.of());

    /** Facts that a case may ask for. */
    public static final Map<String, Function<CustomerFacts, String>> FACTS = Map.of(
            "type", CustomerFacts::type, "level", CustomerFacts::level, "industry", CustomerFacts::industry,
            "country", CustomerFacts::country, "province", CustomerFacts::province, "city", CustomerFacts::city,
            "region", CustomerFacts::region, "source", CustomerFacts::source);

    public ReviewRule {
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /** How a new customer comes in. */
    public enum Entry {
        /** By a person or program, one at a time. */
        REQUEST,
        /** From a file. */
        IMPORT
    }

    /**
     * Applies when all its parts do; a part that is empty always does.
     *
     * @param name  told with the customer that waits: why it does
     * @param entry null for either
     * @param roles of whoever enters the customer: has one of them, or none that is known
     * @param where facts, by name, and the values of which each must have one
     */
    public record Case(String name, Entry entry, Set<Role> roles, Map<String, List<String>> where) {

        public Case {
            roles = roles == null ? Set.of() : Set.copyOf(roles);
            where = where == null ? Map.of() : Map.copyOf(where);
        }

        private boolean applies(Entry how, Set<Role> by, CustomerFacts facts) {
            boolean entered = entry == null || entry == how;
            // Who enters it as nobody knows what is no reason to let it pass.
            boolean role = roles.isEmpty() || by.isEmpty() || by.stream().anyMatch(roles::contains);
            return entered && role && where.entrySet().stream().allMatch(fact -> {
                String value = FACTS.get(fact.getKey()).apply(facts);
                return value != null && fact.getValue().contains(value);
            });
        }
    }

    /** Name of the first case that applies to a new customer; empty when it counts at once. */
    Optional<String> asksFor(Entry how, Set<Role> by, CustomerFacts facts) {
        return cases.stream().filter(one -> one.applies(how, by, facts)).map(Case::name).findFirst();
    }
}
