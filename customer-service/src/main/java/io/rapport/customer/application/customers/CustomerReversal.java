package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordReversal;
import org.springframework.stereotype.Component;

import java.util.List;

/** Makes customers again what they were before a job: those that it made are withdrawn. */
@Component
class CustomerReversal implements RecordReversal {

    private final RecordPast past;

    CustomerReversal(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "customer";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> new PlannedRow.Change(command(reversal))).toList();
    }

    private CustomerCommand command(Reversal reversal) {
        if (reversal.wasMade()) {
            return new CustomerCommand.Withdraw(reversal.recordId(), reversal.expectedVersion());
        }
        List<CustomerEvent> events = past.upTo(reversal.recordId(), reversal.before(), CustomerEvent.class);
        return new CustomerCommand.Restate(reversal.recordId(), reversal.expectedVersion(), Customer.after(events));
    }
}
