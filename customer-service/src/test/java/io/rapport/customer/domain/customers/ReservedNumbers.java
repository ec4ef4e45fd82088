package io.rapport.customer.domain.customers;

import java.util.HashMap;
import java.util.Map;

/** Customer numbers as the store keeps them, in memory. */
class ReservedNumbers implements CustomerNumbers {

    private final Map<String, String> customerOfNumber = new HashMap<>();
    private int last;

    @Override
    public String next(String customerId) {
        String number;
        do {
            number = "%06d".formatted(++last);
        } while (!reserve(number, customerId));
        return number;
    }

    @Override
    public boolean reserve(String number, String customerId) {
        return customerId.equals(customerOfNumber.computeIfAbsent(number, free -> customerId));
    }

    @Override
    public void release(String number, String customerId) {
        customerOfNumber.remove(number, customerId);
    }

    boolean isFree(String number) {
        return !customerOfNumber.containsKey(number);
    }
}
