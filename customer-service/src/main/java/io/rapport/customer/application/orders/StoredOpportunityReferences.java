package io.rapport.customer.application.orders;

import io.rapport.customer.domain.orders.OpportunityReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks the opportunity up among those that are followed within the transactions of their events. */
@Component
class StoredOpportunityReferences implements OpportunityReferences {

    private final JdbcClient database;

    StoredOpportunityReferences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Standing of(String opportunityId, String customerId) {
        return database.sql("""
                SELECT coalesce(owning.answering_id, opportunity.customer_id)
                     = coalesce((SELECT answering_id FROM customer_answering WHERE customer_id = ?), ?)
                FROM opportunity_identity opportunity
                LEFT JOIN customer_answering owning ON owning.customer_id = opportunity.customer_id
                WHERE opportunity.opportunity_id = ?""")
                .params(customerId, customerId, opportunityId).query(Boolean.class).optional()
                .map(same -> same ? Standing.OF_THE_CUSTOMER : Standing.OF_ANOTHER).orElse(Standing.UNKNOWN);
    }
}
