package io.rapport.reporting.customers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.values.EmailAddress;
import io.rapport.values.FieldErrors;
import io.rapport.values.PhoneNumber;
import io.rapport.values.Website;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much a profile is worth relying on. Each fact that a sales team works with has points, {@value #MOST} together:
 * 35 for reaching the customer, 35 for knowing who it is, 30 for working with it. What is invalid earns none.
 *
 * @param score        points of what is known and valid
 * @param completeness points of what is known
 * @param validity     percent of the known points that are valid; 100 where nothing is known
 * @param missing      what is not known, with its points, the most valuable first
 * @param invalid      what is known and cannot be right
 */
public record CustomerQuality(int score, int completeness, int validity, Map<String, Integer> missing,
        List<String> invalid) {

    static final int MOST = 100;

    private static final List<Fact> FACTS = List.of(
            new Fact("phone", 15, CustomerProfile::phone),
            new Fact("email", 10, CustomerProfile::email),
            new Fact("industry", 10, CustomerProfile::industry),
            new Fact("region", 10, customer -> Stream.of(customer.region(), customer.city(), customer.province())
                    .filter(place -> place != null).findFirst().orElse(null)),
            new Fact("owner", 10, CustomerProfile::owner),
            new Fact("primaryContact", 10, CustomerProfile::primaryContact),
            new Fact("website", 5, CustomerProfile::website),
            new Fact("address", 5, CustomerProfile::address),
            new Fact("headcount", 5, CustomerProfile::headcount),
            new Fact("annualRevenue", 5, CustomerProfile::annualRevenue),
            new Fact("businessScope", 5, CustomerProfile::businessScope),
            new Fact("source", 5, CustomerProfile::source),
            new Fact("needs", 5, CustomerProfile::needs));

    /** The rules of entry, which may have been laxer when the value came in. */
    private static final List<BiConsumer<CustomerProfile, FieldErrors>> CHECKS = List.of(
            (customer, errors) -> PhoneNumber.check("phone", customer.phone(), errors),
            (customer, errors) -> PhoneNumber.check("fax", customer.fax(), errors),
            (customer, errors) -> EmailAddress.check("email", customer.email(), errors),
            (customer, errors) -> Website.check("website", customer.website(), errors),
            (customer, errors) -> {
                if (customer.founded() != null
                        && customer.founded().isAfter(CustomerProfile.dayOf(customer.updatedAt()))) {
                    errors.add("founded", "date-out-of-range");
                }
            });

    private record Fact(String field, int points, Function<CustomerProfile, ?> value) {
    }

    public CustomerQuality {
        missing = new LinkedHashMap<>(missing);
        invalid = List.copyOf(invalid);
    }

    /** Depends on the profile alone. */
    public static CustomerQuality of(CustomerProfile customer) {
        List<String> invalid = invalidFacts(customer);
        Map<String, Integer> missing = new LinkedHashMap<>();
        int known = 0;
        int valid = 0;
        for (Fact fact : FACTS) {
            if (fact.value().apply(customer) == null) {
                missing.put(fact.field(), fact.points());
            } else {
                known += fact.points();
                valid += invalid.contains(fact.field()) ? 0 : fact.points();
            }
        }
        return new CustomerQuality(valid, known, known == 0 ? 100 : valid * 100 / known, missing, invalid);
    }

    /** Names of what is not known, the most valuable first. */
    public static List<String> missingFacts(CustomerProfile customer) {
        return FACTS.stream().filter(fact -> fact.value().apply(customer) == null).map(Fact::field).toList();
    }

    /** Names of what is known and cannot be right. */
    public static List<String> invalidFacts(CustomerProfile customer) {
        FieldErrors errors = new FieldErrors();
        CHECKS.forEach(check -> check.accept(customer, errors));
        return errors.asList().stream().map(FieldError::field).toList();
    }

    /** What answers tell beside the score and the names of what is missing or invalid: the points. */
    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode()
                .put("completeness", completeness).put("validity", validity);
        ObjectNode points = json.putObject("missing");
        missing.forEach(points::put);
        return json;
    }
}
