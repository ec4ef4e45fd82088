package io.rapport.customer.configuration;

import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;


/** Under which names the events of customers are stored, and what the answer to a command tells. */
@Configuration(proxyBeanMethods = false)
class CustomerEventConfiguration {

    @Bean
    RecordType<Customer, CustomerEvent> customerRecords(EventPublication<CustomerEvent> publication) {
        return RecordType.of("customer", "3", Customer.class, CustomerEvent.class, publication)
                .event("customer.registered", "1", CustomerEvent.Registered.class)
                .event("customer.facts-changed", "1", CustomerEvent.FactsChanged.class)
                .event("customer.owner-assigned", "1", CustomerEvent.OwnerAssigned.class)
                .event("customer.status-changed", "1", CustomerEvent.StatusChanged.class)
                .event("customer.activity-closed", "1", CustomerEvent.ActivityClosed.class)
                .event("customer.activity-reopened", "1", CustomerEvent.ActivityReopened.class)
                .event("customer.lifecycle-overridden", "1", CustomerEvent.LifecycleOverridden.class)
                .event("customer.profile-confirmed", "1", CustomerEvent.ProfileConfirmed.class)
                .event("customer.review-requested", "1", CustomerEvent.ReviewRequested.class)
                .event("customer.approved", "1", CustomerEvent.Approved.class)
                .event("customer.sent-back", "1", CustomerEvent.SentBack.class)
                .event("customer.archived", "1", CustomerEvent.Archived.class)
                .event("customer.restored", "1", CustomerEvent.Restored.class)
                .event("customer.absorbed", "1", CustomerEvent.Absorbed.class)
                .event("customer.released", "1", CustomerEvent.Released.class)
                .event("customer.merged-into", "1", CustomerEvent.MergedInto.class)
                .event("customer.told-apart", "1", CustomerEvent.ToldApart.class)
                .event("customer.unmerged-from", "1", CustomerEvent.UnmergedFrom.class)
                .event("customer.withdrawn", "1", CustomerEvent.Withdrawn.class)
                .event("customer.tier-changed", "1", CustomerEvent.TierChanged.class)
                .answering(Customer::answer)
                .build();
    }
}
