package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.CustomerOwners;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Records that others refer to: to whoever does not see one it is not there. */
@Component
class References {

    private final CustomerOwners customers;
    private final JdbcClient database;

    References(CustomerOwners customers, JdbcClient database) {
        this.customers = customers;
        this.database = database;
    }

    CustomerOwners customers() {
        return customers;
    }

    /**
     * @param customerId null passes, and one that there is not: the record itself says so
     * @throws Refusal INVALID, as for a customer that there is not
     */
    void checkCustomer(String field, String customerId, Permissions caller) {
        Owners seen = caller.owners(Kind.CUSTOMER, Action.READ);
        if (customerId != null && !(seen instanceof Owners.Everyone)
                && !customers.holders(customerId).map(seen::include).orElse(true)) {
            throw Refusal.of(Refusal.Kind.INVALID, field, "customer-unknown");
        }
    }

    /** As {@link #checkCustomer}. */
    void checkOpportunity(String field, String opportunityId, Permissions caller) {
        Owners seen = caller.owners(Kind.OPPORTUNITY, Action.READ);
        if (opportunityId != null && !(seen instanceof Owners.Everyone)
                && !opportunity(opportunityId).map(holders -> holders.areIn(seen)).orElse(true)) {
            throw Refusal.of(Refusal.Kind.INVALID, field, "opportunity-unknown");
        }
    }

    private Optional<Belonging> opportunity(String id) {
        return database.sql("SELECT owner, customer_id FROM opportunity_identity WHERE opportunity_id = ?").param(id)
                .query((row, _) -> Belonging.toCustomer(row.getString(1), row.getString(2), customers)).optional();
    }
}
