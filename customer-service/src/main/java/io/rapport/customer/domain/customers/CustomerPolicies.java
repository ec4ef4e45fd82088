package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.AmountRule;
import io.rapport.values.Choice;
import io.rapport.values.DateRule;
import io.rapport.values.EmailAddress;
import io.rapport.values.FieldErrors;
import io.rapport.values.LabelRule;
import io.rapport.values.PhoneNumber;
import io.rapport.values.TextRule;
import io.rapport.values.Website;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rule book: each rule is a named function, and {@link #FACT_POLICIES} lists those that new facts must keep. */
public final class CustomerPolicies {

    /** Lifecycle stages 生命周期. */
    public static final Choice LIFECYCLE_STAGES = Choice.of(LifecycleStage.class);
    /** After so many months a profile has to be looked through again, unless whoever confirms it says otherwise. */
    public static final int REVIEW_MONTHS = 12;

    static final List<BiConsumer<CustomerFacts, FieldErrors>> FACT_POLICIES = List.of(
            CustomerPolicies::textsKeepTheirLimits,
            CustomerPolicies::phoneAndFaxCanBeDialled,
            CustomerPolicies::emailCanBeWrittenTo,
            CustomerPolicies::websiteCanBeOpened,
            CustomerPolicies::amountsAreNotNegative,
            CustomerPolicies::datesAreOfOurEra,
            CustomerPolicies::labelsAreFewAndShort);

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule TEXT = TextRule.lines(10_000);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final List<Limit> LIMITS = List.of(
            new Limit("name", CustomerFacts::name, TextRule.line(200)),
            new Limit("industry", CustomerFacts::industry, LINE),
            new Limit("headcount", CustomerFacts::headcount, LINE),
            new Limit("businessScope", CustomerFacts::businessScope, TEXT),
            new Limit("marketPosition", CustomerFacts::marketPosition, TEXT),
            new Limit("country", CustomerFacts::country, LINE),
            new Limit("province", CustomerFacts::province, LINE),
            new Limit("city", CustomerFacts::city, LINE),
            new Limit("region", CustomerFacts::region, LINE),
            new Limit("address.registered", ofAddress(CustomerAddress::registered), TextRule.line(500)),
            new Limit("address.delivery", ofAddress(CustomerAddress::delivery), TextRule.line(500)),
            new Limit("source", CustomerFacts::source, LINE),
            new Limit("needs", CustomerFacts::needs, TEXT),
            new Limit("productPreference", CustomerFacts::productPreference, TEXT),
            new Limit("openingValues.contactName", ofOpeningValues(OpeningValues::contactName), LINE));
    private static final List<Listed> LISTED = List.of(
            new Listed(ValueListName.TYPE, CustomerFacts::type),
            new Listed(ValueListName.LEVEL, CustomerFacts::level),
            new Listed(ValueListName.INDUSTRY, CustomerFacts::industry),
            new Listed(ValueListName.REGION, CustomerFacts::region),
            new Listed(ValueListName.SOURCE, CustomerFacts::source));
    private static final int MOST_YEARS_TO_REVIEW = 10;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private CustomerPolicies() {
    }

    static void factsKeepTheRules(CustomerFacts facts, FieldErrors errors) {
        FACT_POLICIES.forEach(policy -> policy.accept(facts, errors));
    }

    static void nameIsGiven(CustomerFacts facts, FieldErrors errors) {
        if (facts.name() == null) {
            errors.add("name", "required");
        }
    }

    static void nameIsNotTakenAway(Set<String> cleared, FieldErrors errors) {
        if (cleared.contains("name")) {
            errors.add("name", "required");
        }
    }

    static void numberIsDigits(String number, FieldErrors errors) {
        if (number != null && !NUMBER.matcher(number).matches()) {
            errors.add("number", "number-not-digits");
        }
    }

    /** @param before the status now; null for a new customer */
    static void salesStatusIsListed(CustomerSettings settings, String salesStatus, SalesStatus before,
                                    FieldErrors errors) {
        settings.list(ValueListName.SALES_STATUS)
                .check("salesStatus", salesStatus, before == null ? null : before.name(), errors);
    }

    /** Only what changes: what a customer holds may stay, whatever has become of the list. */
    static void valuesAreListed(CustomerSettings settings, CustomerFacts changed, FieldErrors errors) {
        LISTED.forEach(field -> settings.list(field.list())
                .check(field.list().code(), field.value().apply(changed), null, errors));
    }

    static void overridingTheLifecycleGivesAReason(String stage, String reason, FieldErrors errors) {
        if (stage != null) {
            LIFECYCLE_STAGES.check("lifecycleStage", stage, errors);
            aReasonIsGiven(reason, errors);
        }
    }

    static void theNextReviewLiesAhead(LocalDate due, LocalDate today, FieldErrors errors) {
        if (!due.isAfter(today) || due.isAfter(today.plusYears(MOST_YEARS_TO_REVIEW))) {
            errors.add("nextReviewDue", "review-due-not-ahead", MOST_YEARS_TO_REVIEW);
        }
    }

    static void aReasonIsGiven(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /** @throws Refusal CONFLICT: an archived customer is restored before it changes */
    static void anArchivedCustomerDoesNotChange(CustomerState state) {
        if (state.archived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "customer-archived");
        }
    }

    /** @throws Refusal GONE, naming the customer that answers for this one */
    static void aMergedCustomerAnswersElsewhere(CustomerState state) {
        if (state.merges().into() != null) {
            throw Refusal.gone("customer-merged", "mergedInto", state.merges().into());
        }
    }

    /** @throws Refusal CONFLICT */
    static void aNumberBelongsToOneCustomer(boolean reserved, String number) {
        if (!reserved) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "number", "number-taken", number);
        }
    }

    private static void textsKeepTheirLimits(CustomerFacts facts, FieldErrors errors) {
        LIMITS.forEach(limit -> limit.rule().check(limit.field(), limit.text().apply(facts), errors));
    }

    private static void phoneAndFaxCanBeDialled(CustomerFacts facts, FieldErrors errors) {
        PhoneNumber.check("phone", facts.phone(), errors);
        PhoneNumber.check("fax", facts.fax(), errors);
    }

    private static void emailCanBeWrittenTo(CustomerFacts facts, FieldErrors errors) {
        EmailAddress.check("email", facts.email(), errors);
    }

    private static void websiteCanBeOpened(CustomerFacts facts, FieldErrors errors) {
        Website.check("website", facts.website(), errors);
    }

    private static void amountsAreNotNegative(CustomerFacts facts, FieldErrors errors) {
        AmountRule.check("annualRevenue", facts.annualRevenue(), errors);
        AmountRule.check("openingValues.opportunityAmount",
                ofOpeningValues(OpeningValues::opportunityAmount).apply(facts), errors);
    }

    private static void datesAreOfOurEra(CustomerFacts facts, FieldErrors errors) {
        DateRule.check("founded", facts.founded(), errors);
        DateRule.check("expectedClose", facts.expectedClose(), errors);
        DateRule.check("openingValues.lastInteractionAt",
                ofOpeningValues(OpeningValues::lastInteractionAt).apply(facts), errors);
    }

    private static void labelsAreFewAndShort(CustomerFacts facts, FieldErrors errors) {
        LabelRule.check("tags", facts.tags(), errors);
        LabelRule.check("interests", facts.interests(), errors);
    }

    private static <V> Function<CustomerFacts, V> ofAddress(Function<CustomerAddress, V> part) {
        return facts -> facts.address() == null ? null : part.apply(facts.address());
    }

    private static <V> Function<CustomerFacts, V> ofOpeningValues(Function<OpeningValues, V> part) {
        return facts -> facts.openingValues() == null ? null : part.apply(facts.openingValues());
    }

    private record Listed(ValueListName list, Function<CustomerFacts, String> value) {
    }

    private record Limit(String field, Function<CustomerFacts, String> text, TextRule rule) {
    }
}
