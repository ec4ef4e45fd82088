package io.rapport.customer.application.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.rights.RecordGate;
import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerState;
import io.rapport.customer.domain.customers.OtherCustomers;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/** Other customers, loaded and locked in the unit of work of the command: their events are stored with its own. */
@Component
class LoadedCustomers implements OtherCustomers {

    private final Configuration axon;
    private final RecordGate gate;

    LoadedCustomers(Configuration axon, RecordGate gate) {
        this.axon = axon;
        this.gate = gate;
    }

    @Override
    public CustomerState stateOf(String customerId) {
        CustomerState state = load(customerId).invoke(Customer::state);
        gate.toSeeOther(state);
        return state;
    }

    @Override
    public void record(String customerId, CustomerEvent event) {
        Aggregate<Customer> other = load(customerId);
        if (event instanceof CustomerEvent.MergedInto) {
            gate.toChangeOther(other.invoke(Customer::state));
        }
        other.execute(_ -> AggregateLifecycle.apply(event));
    }

    private Aggregate<Customer> load(String customerId) {
        try {
            return axon.repository(Customer.class).load(customerId);
        } catch (AggregateNotFoundException _) {
            throw Refusal.of(Refusal.Kind.INVALID, "from", "customer-unknown");
        }
    }
}
