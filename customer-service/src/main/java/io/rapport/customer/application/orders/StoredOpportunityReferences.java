package io.rapport.customer.application.orders;

import io.rapport.customer.domain.orders.OpportunityReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for the first event of the opportunity: it lies in the same store as orders. */
@Component
class StoredOpportunityReferences implements OpportunityReferences {

    private final JdbcClient database;

    StoredOpportunityReferences(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean exist(String opportunityId) {
        return database.sql("""
                SELECT EXISTS (SELECT FROM domain_event
                               WHERE aggregate_identifier = ? AND sequence_number = 0 AND type = 'opportunity')""")
                .param(opportunityId).query(Boolean.class).single();
    }
}
