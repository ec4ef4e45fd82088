package io.rapport.customer.publication.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Data of the public events of a customer, version 1. Described by the JSON Schemas in {@code contracts/customer/v1};
 * within a version there are only additions. What is null is left out.
 */
public sealed interface CustomerContract {

    /** {@code customer.registered.v1} */
    record Registered(String number, Facts facts, String salesStatus, String owner, String team)
            implements CustomerContract {
    }

    /**
     * {@code customer.changed.v1}
     *
     * @param number  only when it changed
     * @param changed only facts that changed; nested objects whole
     */
    record Changed(String number, Facts changed, Set<String> cleared) implements CustomerContract {
    }

    /** {@code customer.owner-assigned.v1} */
    record OwnerAssigned(String owner, String team) implements CustomerContract {
    }

    /** {@code customer.status-changed.v1} */
    record StatusChanged(String from, String to) implements CustomerContract {
    }

    /**
     * {@code customer.activity-changed.v1}
     *
     * @param to {@code CLOSED}; absent when activity is derived again
     */
    record ActivityChanged(String to) implements CustomerContract {
    }

    /**
     * {@code customer.absorbed.v1}
     *
     * @param records     ids of all customers that this one answers for from now on
     * @param changed     only facts that were taken from the other; nested objects whole
     * @param assigned    absent when the owner stays
     * @param salesStatus absent when it stays
     * @param activity    absent when it stays
     */
    record Absorbed(String from, List<String> records, Facts changed, Set<String> cleared, OwnerAssigned assigned,
                    String salesStatus, ActivityChanged activity) implements CustomerContract {
    }

    /**
     * {@code customer.released.v1}
     *
     * @param records  ids of all customers that this one answers for no longer
     * @param changed  only facts that went back
     * @param kept     names of fields that have been changed since the merge and stay
     */
    record Released(String from, List<String> records, Facts changed, Set<String> cleared, OwnerAssigned assigned,
                    String salesStatus, ActivityChanged activity, Set<String> kept) implements CustomerContract {
    }

    /** {@code customer.merged.v1} */
    record Merged(String into) implements CustomerContract {
    }

    /** {@code customer.told-apart.v1} */
    record ToldApart(String from, boolean apart) implements CustomerContract {
    }

    /** {@code customer.unmerged.v1} */
    record Unmerged(String from) implements CustomerContract {
    }

    /**
     * {@code customer.lifecycle-overridden.v1}
     *
     * @param to absent when the stage is derived again
     */
    record LifecycleOverridden(String to) implements CustomerContract {
    }

    /** {@code customer.profile-confirmed.v1} */
    record ProfileConfirmed(LocalDate nextReviewDue) implements CustomerContract {
    }

    /**
     * {@code customer.review-requested.v1}
     *
     * @param because name of the case of the rule that asks for it; absent when the customer is submitted again
     */
    record ReviewRequested(String by, String because) implements CustomerContract {
    }

    /**
     * {@code customer.tier-changed.v1}
     *
     * @param from absent where there was none
     * @param to   absent where there is none now
     */
    record TierChanged(String from, String to) implements CustomerContract {
    }

    /** What is known about a customer. */
    record Facts(
            String name,
            String type,
            String level,
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
            String source,
            List<String> tags,
            List<String> interests,
            String needs,
            String productPreference,
            LocalDate expectedClose,
            OpeningValues openingValues,
            CustomValues custom) {
    }

    record Address(String registered, String delivery) {
    }

    record OpeningValues(String contactName, LocalDate lastInteractionAt, Money opportunityAmount) {
    }
}
