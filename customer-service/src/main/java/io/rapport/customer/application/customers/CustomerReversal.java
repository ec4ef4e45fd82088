package io.rapport.customer.application.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordReversal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/**
 * Makes customers again what they were before a job: those that it made are withdrawn, unless opportunities or orders have
 * been entered for them.
 */
@Component
class CustomerReversal implements RecordReversal {

    private final RecordPast past;
    private final JdbcClient database;

    CustomerReversal(RecordPast past, JdbcClient database) {
        this.past = past;
        this.database = database;
    }

    @Override
    public String recordKind() {
        return "customer";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        Set<String> needed = needed(reversals.stream().filter(Reversal::wasMade).map(Reversal::recordId).toList());
        return reversals.stream().<PlannedRow>map(reversal -> needed.contains(reversal.recordId())
                ? new PlannedRow.Refuse(Refusal.of(Refusal.Kind.CONFLICT, "", "customer-needed"))
                : new PlannedRow.Change(command(reversal))).toList();
    }

    /** Those that opportunities or orders belong to. */
    private Set<String> needed(List<String> customers) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        String[] ids = customers.toArray(String[]::new);
        return database.sql("""
                SELECT customer_id FROM opportunity_identity WHERE customer_id = ANY (?)
                UNION SELECT customer_id FROM customer_order WHERE customer_id = ANY (?)""").param(ids).param(ids)
                .query(String.class).set();
    }

    private CustomerCommand command(Reversal reversal) {
        if (reversal.wasMade()) {
            return new CustomerCommand.Withdraw(reversal.recordId(), reversal.expectedVersion());
        }
        List<CustomerEvent> events = past.upTo(reversal.recordId(), reversal.before(), CustomerEvent.class);
        return new CustomerCommand.Restate(reversal.recordId(), reversal.expectedVersion(), Customer.after(events));
    }
}
