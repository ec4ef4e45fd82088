package io.rapport.reporting.search;

import io.rapport.contracts.Money;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.PurchaseHabits;

import org.bson.Document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Customers with a few fields set by name, the rest left empty. */
public final class Customers {

    private Customers() {
    }

    /** @param fields by the name of the component of {@link CustomerProfile} */
    public static CustomerProfile customer(String id, long version, Map<String, Object> fields) {
        return new CustomerProfile(id, text(fields, "number"), text(fields, "name"), text(fields, "type"),
                text(fields, "level"), text(fields, "loyaltyTier"), text(fields, "salesStatus"),
                text(fields, "lifecycleStage"),
                text(fields, "lifecycleOverride"),
                (boolean) fields.getOrDefault("closed", false), text(fields, "industry"), text(fields, "headcount"),
                money(fields, "annualRevenue"), (LocalDate) fields.get("founded"), text(fields, "businessScope"),
                text(fields, "marketPosition"), text(fields, "country"), text(fields, "province"), text(fields, "city"),
                text(fields, "region"), (CustomerProfile.Address) fields.get("address"), text(fields, "phone"),
                text(fields, "fax"), text(fields, "email"), text(fields, "website"), text(fields, "owner"),
                text(fields, "team"), text(fields, "source"), texts(fields, "tags"), texts(fields, "interests"),
                text(fields, "needs"), text(fields, "productPreference"), (LocalDate) fields.get("expectedClose"), null,
                (Document) fields.get("custom"),
                text(fields, "reviewState"), null, (Instant) fields.get("confirmedAt"), null,
                (LocalDate) fields.get("reviewDue"),
                text(fields, "primaryContact"), (Instant) fields.get("lastInteractionAt"),
                money(fields, "openOpportunityAmount"), money(fields, "revenueToDate"), null,
                (PurchaseHabits) fields.get("purchases"), 0,
                (Instant) fields.getOrDefault("createdAt", Instant.parse("2026-01-01T00:00:00Z")), "zhangsan",
                (Instant) fields.getOrDefault("createdAt", Instant.parse("2026-01-01T00:00:00Z")), "zhangsan", version,
                (boolean) fields.getOrDefault("archived", false), texts(fields, "absorbed"), List.of(),
                text(fields, "mergedInto"), List.of(), texts(fields, "toldApart"), false);
    }

    private static String text(Map<String, Object> fields, String name) {
        return (String) fields.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> fields, String name) {
        return (List<String>) fields.getOrDefault(name, List.of());
    }

    private static Money money(Map<String, Object> fields, String name) {
        return fields.get(name) == null ? null : new Money(new BigDecimal(fields.get(name).toString()), "CNY");
    }
}
