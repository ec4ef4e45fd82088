package io.rapport.customer.publication.customers;

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
            case CustomerEvent.Archived _ -> new PublicEvent("customer.archived.v1", NO_DATA);
            case CustomerEvent.Restored _ -> new PublicEvent("customer.restored.v1", NO_DATA);
        };
    }

    private static CustomerContract.Facts facts(CustomerFacts f) {
        return new CustomerContract.Facts(f.name(), f.type(), f.level(), f.industry(), f.headcount(), f.annualRevenue(),
                f.founded(), f.businessScope(), f.marketPosition(), f.country(), f.province(), f.city(), f.region(),
                address(f.address()), f.phone(), f.fax(), f.email(), f.website(), f.source(), f.tags(), f.interests(),
                f.needs(), f.productPreference(), f.expectedClose(), openingValues(f.openingValues()));
    }

    private static CustomerContract.Address address(CustomerAddress address) {
        return address == null ? null : new CustomerContract.Address(address.registered(), address.delivery());
    }

    private static CustomerContract.OpeningValues openingValues(OpeningValues values) {
        return values == null ? null : new CustomerContract.OpeningValues(values.contactName(),
                values.lastInteractionAt(), values.opportunityAmount());
    }
}
