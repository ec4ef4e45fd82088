package io.rapport.reporting.customers;

import io.rapport.contracts.Money;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.rights.Holders;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A customer as it is read; in JSON flat, without the fields that are null. Fields that nobody has set are null, lists
 * are then empty. {@code activity} is not kept: it changes by the mere passing of time, see {@link Activity}.
 *
 * @param closed                true when the customer was closed explicitly, whatever its last interaction
 * @param lifecycleStage        derived from sales status and revenue, unless overridden
 * @param lifecycleOverride     the stage that somebody set instead; null when it is derived
 * @param loyaltyTier           code of the tier that follows from its purchases; null for none
 * @param reviewState           {@code WAITING} or {@code SENT_BACK} while the customer does not count yet; else null
 * @param confirmedAt           when somebody last looked through the profile and found it right
 * @param reviewDue             when somebody has to look through it again: as the last confirmation says, before the
 *                              first a year after the registration
 * @param primaryContact        name of the contact to call first
 * @param lastInteractionAt     start of the day in UTC where only the day is known
 * @param amountsWithoutRate    what is missing in the amounts above; null when nothing is
 * @param purchases             null without an order that counts
 * @param summaryVersion        of what follows from other records, see {@link #summaryVersion(long, long)}; 0 where
 *                              nothing does
 * @param openingValues         what a spreadsheet brought; shown until real records supersede it
 * @param version               sequence of the last event folded in
 * @param absorbed              ids of all customers that this one answers for besides itself
 * @param everAbsorbed          ids of all customers that this one answers for or has ever answered for
 * @param toldApart             ids of customers that look alike and are others, as somebody has said
 * @param mergedInto            id of the customer that answers for this one; null for a customer of its own
 * @param everMergedInto        ids of all customers that this one was ever merged into
 * @param withdrawn             true when it was entered by mistake: then nobody sees it
 */
public record CustomerProfile(
        @BsonId String id,
        String number,
        String name,
        String type,
        String level,
        String loyaltyTier,
        String salesStatus,
        String lifecycleStage,
        String lifecycleOverride,
        boolean closed,
        String industry,
        String headcount,
        Money annualRevenue,
        LocalDate founded,
        String businessScope,
        String marketPosition,
        String country,
        String province,
        String city,
        String region,
        Address address,
        String phone,
        String fax,
        String email,
        String website,
        String owner,
        String team,
        String source,
        List<String> tags,
        List<String> interests,
        String needs,
        String productPreference,
        LocalDate expectedClose,
        OpeningValues openingValues,
        Document custom,
        String reviewState,
        Review review,
        Instant confirmedAt,
        String confirmedBy,
        LocalDate reviewDue,
        String primaryContact,
        Instant lastInteractionAt,
        Money openOpportunityAmount,
        Money revenueToDate,
        AmountsWithoutRate amountsWithoutRate,
        PurchaseHabits purchases,
        long summaryVersion,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> absorbed,
        List<String> everAbsorbed,
        String mergedInto,
        List<String> everMergedInto,
        List<String> toldApart,
        boolean withdrawn) implements RecordDocument {

    /** Room for the version of the exchange rates. */
    private static final int RATES_BITS = 20;

    public CustomerProfile {
        tags = tags == null ? List.of() : List.copyOf(tags);
        interests = interests == null ? List.of() : List.copyOf(interests);
        absorbed = absorbed == null ? List.of() : List.copyOf(absorbed);
        toldApart = toldApart == null ? List.of() : List.copyOf(toldApart);
        everAbsorbed = everAbsorbed == null ? List.of() : List.copyOf(everAbsorbed);
        everMergedInto = everMergedInto == null ? List.of() : List.copyOf(everMergedInto);
    }

    /** Street addresses; either may be null. */
    public record Address(String registered, String delivery) {
    }

    /** What a spreadsheet knew of contacts, interactions and opportunities; each may be null. */
    public record OpeningValues(String contactName, LocalDate lastInteractionAt, Money opportunityAmount) {
    }

    /**
     * Why a customer does not count yet.
     *
     * @param because     name of the case of the rule that asked for approval; null when it is not known
     * @param requestedBy who entered it, or submitted it again
     * @param sentBackBy  null while it waits
     * @param reason      what has to be put right; null while it waits
     */
    public record Review(String state, String because, String requestedBy, Instant requestedAt, String sentBackBy,
            Instant sentBackAt, String reason) {
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.CUSTOMER;
    }

    @Override
    public Holders holders() {
        return Holders.of(owner);
    }

    /** Months without a change or a confirmation after which a profile is stale, and after which one is due at first. */
    public static final int FRESH_MONTHS = 12;

    static LocalDate firstReviewDue(String createdAt) {
        return dayOf(Instant.parse(createdAt)).plusMonths(FRESH_MONTHS);
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The day from which on the profile should not be relied on, unless somebody changes or confirms it before. */
    public LocalDate staleFrom() {
        return dayOf(updatedAt).plusMonths(FRESH_MONTHS).plusDays(1);
    }

    boolean isStaleOn(LocalDate today) {
        return !today.isBefore(staleFrom());
    }

    /**
     * Amounts in currencies for which there is no exchange rate.
     *
     * @param openOpportunityAmount by currency
     * @param revenueToDate         by currency
     */
    public record AmountsWithoutRate(List<Money> openOpportunityAmount, List<Money> revenueToDate) {

        public AmountsWithoutRate {
            openOpportunityAmount = openOpportunityAmount == null ? List.of() : List.copyOf(openOpportunityAmount);
            revenueToDate = revenueToDate == null ? List.of() : List.copyOf(revenueToDate);
        }
    }

    /**
     * Greater with every change of what follows from other records.
     *
     * @param versions     sum of the versions of all records that anything ever followed from
     * @param ratesVersion of the exchange rates that were used; counts where nothing else differs
     */
    public static long summaryVersion(long versions, long ratesVersion) {
        return (versions << RATES_BITS) + Math.min(ratesVersion, (1L << RATES_BITS) - 1);
    }

    @Override
    public long indexVersion() {
        return (version << RATES_BITS) + summaryVersion;
    }

    /** Ids of all customers whose records count for this one. */
    public Set<String> answersFor() {
        return with(absorbed);
    }

    /** Ids of all customers whose records count for this one, or have done so once. */
    public Set<String> everAnsweredFor() {
        return with(everAbsorbed);
    }

    private Set<String> with(List<String> others) {
        Set<String> ids = new HashSet<>(others);
        ids.add(id);
        return ids;
    }

    /** Whether the customer is active on {@code today}. */
    public Activity activityOn(LocalDate today) {
        return Activity.of(closed, lastInteractionAt, createdAt, today);
    }
}
