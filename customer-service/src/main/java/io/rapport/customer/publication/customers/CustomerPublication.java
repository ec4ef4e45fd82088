package io.rapport.customer.publication.customers;

import io.rapport.customer.domain.customers.ChangedValues;
import io.rapport.customer.domain.customers.CustomerAddress;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.OpeningValues;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of each private event. */
@Component
class CustomerPublication implements EventPublication<CustomerEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(CustomerEvent storedEvent) {
        return switch (storedEvent) {
            case CustomerEvent.Registered e -> new PublicEvent("customer.registered.v1",
                    new CustomerContract.Registered(e.number(), facts(e.facts()), e.salesStatus().name(), e.owner(),
                            e.team()));
            case CustomerEvent.FactsChanged e -> new PublicEvent("customer.changed.v1",
                    new CustomerContract.Changed(e.number(), facts(e.changed()), e.cleared()));
            case CustomerEvent.OwnerAssigned e -> new PublicEvent("customer.owner-assigned.v1",
                    new CustomerContract.OwnerAssigned(e.owner(), e.team()));
            case CustomerEvent.StatusChanged e -> new PublicEvent("customer.status-changed.v1",
                    new CustomerContract.StatusChanged(e.from().name(), e.to().name()));
            case CustomerEvent.ActivityClosed _ -> new PublicEvent("customer.activity-changed.v1",
                    new CustomerContract.ActivityChanged("CLOSED"));
            case CustomerEvent.ActivityReopened _ -> new PublicEvent("customer.activity-changed.v1",
                    new CustomerContract.ActivityChanged(null));
            case CustomerEvent.LifecycleOverridden e -> new PublicEvent("customer.lifecycle-overridden.v1",
                    new CustomerContract.LifecycleOverridden(e.to() == null ? null : e.to().name()));
            case CustomerEvent.ProfileConfirmed e -> new PublicEvent("customer.profile-confirmed.v1",
                    new CustomerContract.ProfileConfirmed(e.nextReviewDue()));
            case CustomerEvent.ReviewRequested e -> new PublicEvent("customer.review-requested.v1",
                    new CustomerContract.ReviewRequested(e.by(), e.because()));
            case CustomerEvent.Approved _ -> new PublicEvent("customer.approved.v1", NO_DATA);
            case CustomerEvent.SentBack _ -> new PublicEvent("customer.sent-back.v1", NO_DATA);
            case CustomerEvent.Archived _ -> new PublicEvent("customer.archived.v1", NO_DATA);
            case CustomerEvent.Absorbed e -> new PublicEvent("customer.absorbed.v1",
                    new CustomerContract.Absorbed(e.from(), e.records(), facts(e.values().facts()),
                            e.values().cleared(), assigned(e.values()), salesStatus(e.values()),
                            activity(e.values())));
            case CustomerEvent.Released e -> new PublicEvent("customer.released.v1",
                    new CustomerContract.Released(e.from(), e.records(), facts(e.values().facts()),
                            e.values().cleared(), assigned(e.values()), salesStatus(e.values()), activity(e.values()),
                            e.kept()));
            case CustomerEvent.MergedInto e ->
                    new PublicEvent("customer.merged.v1", new CustomerContract.Merged(e.into()));
            case CustomerEvent.ToldApart e -> new PublicEvent("customer.told-apart.v1",
                    new CustomerContract.ToldApart(e.from(), e.apart()));
            case CustomerEvent.UnmergedFrom e ->
                    new PublicEvent("customer.unmerged.v1", new CustomerContract.Unmerged(e.from()));
            case CustomerEvent.TierChanged e ->
                    new PublicEvent("customer.tier-changed.v1", new CustomerContract.TierChanged(e.from(), e.to()));
            case CustomerEvent.Restored _ -> new PublicEvent("customer.restored.v1", NO_DATA);
            case CustomerEvent.Withdrawn _ -> new PublicEvent("customer.withdrawn.v1", NO_DATA);
        };
    }

    private static CustomerContract.OwnerAssigned assigned(ChangedValues values) {
        return values.assignment() == null ? null
                : new CustomerContract.OwnerAssigned(values.assignment().owner(), values.assignment().team());
    }

    private static String salesStatus(ChangedValues values) {
        return values.salesStatus() == null ? null : values.salesStatus().name();
    }

    private static CustomerContract.ActivityChanged activity(ChangedValues values) {
        return values.activityClosed() == null ? null
                : new CustomerContract.ActivityChanged(values.activityClosed() ? "CLOSED" : null);
    }

    private static CustomerContract.Facts facts(CustomerFacts f) {
        return new CustomerContract.Facts(f.name(), f.type(), f.level(), f.industry(), f.headcount(), f.annualRevenue(),
                f.founded(), f.businessScope(), f.marketPosition(), f.country(), f.province(), f.city(), f.region(),
                address(f.address()), f.phone(), f.fax(), f.email(), f.website(), f.source(), f.tags(), f.interests(),
                f.needs(), f.productPreference(), f.expectedClose(), openingValues(f.openingValues()), f.custom());
    }

    private static CustomerContract.Address address(CustomerAddress address) {
        return address == null ? null : new CustomerContract.Address(address.registered(), address.delivery());
    }

    private static CustomerContract.OpeningValues openingValues(OpeningValues values) {
        return values == null ? null : new CustomerContract.OpeningValues(values.contactName(),
                values.lastInteractionAt(), values.opportunityAmount());
    }
}
