package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerQuality;
import io.rapport.reporting.customers.CustomerProfile.Address;
import io.rapport.reporting.customers.PurchaseHabits;
import io.rapport.reporting.intake.RecordKind;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import static io.rapport.reporting.search.catalogue.FieldType.ACTIVITY;
import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.DATE;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.MONEY;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.FieldType.REACHED;
import static io.rapport.reporting.search.catalogue.Found.AS_CODE;
import static io.rapport.reporting.search.catalogue.Found.AS_EMAIL;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_PHONE;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.Found.AS_WEBSITE;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of a customer. */
final class CustomerFields {

    static final FieldCatalogue<CustomerProfile> CATALOGUE =
            new FieldCatalogue<>(RecordKind.CUSTOMER, CustomerProfile.class, List.of(
            text("id", CustomerProfile::id),
            text("number", CustomerProfile::number).found(AS_CODE),
            text("name", CustomerProfile::name).found(AS_NAME),
            text("type", CustomerProfile::type).counted(),
            text("level", CustomerProfile::level).counted(),
            text("loyaltyTier", CustomerProfile::loyaltyTier).counted(),
            text("salesStatus", CustomerProfile::salesStatus).counted(),
            text("lifecycleStage", CustomerProfile::lifecycleStage).counted(),
            text("lifecycleOverride", CustomerProfile::lifecycleOverride).counted(),
            of("activity", ACTIVITY, CustomerFields::activityBasis).counted(),
            text("industry", CustomerProfile::industry).found(BY_SOUND).counted(),
            text("headcount", CustomerProfile::headcount).found(AS_TEXT).counted(),
            of("annualRevenue", MONEY, CustomerProfile::annualRevenue),
            of("founded", DATE, CustomerProfile::founded),
            text("businessScope", CustomerProfile::businessScope).found(AS_TEXT),
            text("marketPosition", CustomerProfile::marketPosition).found(AS_TEXT).counted(),
            text("country", CustomerProfile::country).found(BY_SOUND).counted(),
            text("province", CustomerProfile::province).found(BY_SOUND).counted(),
            text("city", CustomerProfile::city).found(BY_SOUND).counted(),
            text("region", CustomerProfile::region).found(BY_SOUND).counted(),
            part("address", CustomerProfile::address, address -> Stream.of(address.registered(), address.delivery())
                    .filter(Objects::nonNull).toList()).found(AS_TEXT),
            part("address.registered", CustomerProfile::address, Address::registered),
            part("address.delivery", CustomerProfile::address, Address::delivery),
            text("phone", CustomerProfile::phone).found(AS_PHONE),
            text("fax", CustomerProfile::fax).found(AS_PHONE),
            text("email", CustomerProfile::email).found(AS_EMAIL),
            text("website", CustomerProfile::website).found(AS_WEBSITE),
            text("owner", CustomerProfile::owner).counted(),
            text("team", CustomerProfile::team).counted(),
            text("source", CustomerProfile::source).found(AS_TEXT).counted(),
            text("tags", CustomerProfile::tags).found(BY_SOUND).counted(),
            text("interests", CustomerProfile::interests).found(BY_SOUND).counted(),
            text("needs", CustomerProfile::needs).found(AS_TEXT),
            text("productPreference", CustomerProfile::productPreference).found(AS_TEXT).counted(),
            of("expectedClose", DATE, CustomerProfile::expectedClose),
            text("reviewState", CustomerProfile::reviewState).counted(),
            of("confirmedAt", INSTANT, CustomerProfile::confirmedAt),
            text("confirmedBy", CustomerProfile::confirmedBy).counted(),
            of("reviewDue", DATE, CustomerProfile::reviewDue),
            of("stale", REACHED, CustomerProfile::staleFrom).counted(),
            of("qualityScore", NUMBER, customer -> CustomerQuality.of(customer).score()),
            text("missingFacts", CustomerQuality::missingFacts).counted(),
            text("invalidFacts", CustomerQuality::invalidFacts).counted(),
            text("primaryContact", CustomerProfile::primaryContact).found(BY_SOUND),
            of("lastInteractionAt", INSTANT, CustomerProfile::lastInteractionAt),
            of("openOpportunityAmount", MONEY, CustomerProfile::openOpportunityAmount),
            of("revenueToDate", MONEY, CustomerProfile::revenueToDate),
            of("purchases.count", NUMBER, customer -> customer.purchases() == null ? 0 : customer.purchases().count()),
            of("purchases.firstAt", DATE, purchases(PurchaseHabits::firstAt)),
            of("purchases.lastAt", DATE, purchases(PurchaseHabits::lastAt)),
            of("purchases.everyDays", NUMBER, purchases(PurchaseHabits::everyDays)),
            text("purchases.preferredProducts", purchases(PurchaseHabits::preferredProducts)).counted(),
            of("createdAt", INSTANT, CustomerProfile::createdAt),
            text("createdBy", CustomerProfile::createdBy).counted(),
            of("updatedAt", INSTANT, CustomerProfile::updatedAt),
            text("updatedBy", CustomerProfile::updatedBy).counted(),
            of("version", NUMBER, CustomerProfile::version),
            of("archived", BOOLEAN, CustomerProfile::archived).counted()));

    private CustomerFields() {
    }

    private static <V> Function<CustomerProfile, V> purchases(Function<PurchaseHabits, V> habit) {
        return customer -> customer.purchases() == null ? null : habit.apply(customer.purchases());
    }

    private static <H> ListField<CustomerProfile> part(String name, Function<CustomerProfile, H> holder,
            Function<H, ?> value) {
        return text(name, customer -> {
            H found = holder.apply(customer);
            return found == null ? null : value.apply(found);
        });
    }

    /** No real moment of a customer that is not closed lies before the epoch's first millisecond. */
    private static Instant activityBasis(CustomerProfile customer) {
        if (customer.closed()) {
            return Instant.EPOCH;
        }
        Instant last = customer.lastInteractionAt() != null ? customer.lastInteractionAt() : customer.createdAt();
        Instant first = Instant.EPOCH.plusMillis(1);
        return last.isBefore(first) ? first : last;
    }
}
