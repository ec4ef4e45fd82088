package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other customers as the store has them, in memory. */
class OtherCustomersInMemory implements OtherCustomers {

    private final Map<String, CustomerState> states = new HashMap<>();
    private final List<CustomerEvent> recorded = new ArrayList<>();

    void put(String customerId, CustomerState state) {
        states.put(customerId, state);
    }

    List<CustomerEvent> recorded() {
        return recorded;
    }

    @Override
    public CustomerState stateOf(String customerId) {
        if (!states.containsKey(customerId)) {
            throw Refusal.of(Refusal.Kind.INVALID, "from", "customer-unknown");
        }
        return states.get(customerId);
    }

    @Override
    public void record(String customerId, CustomerEvent event) {
        recorded.add(event);
        states.put(customerId, Customer.evolve(stateOf(customerId), event));
    }
}
