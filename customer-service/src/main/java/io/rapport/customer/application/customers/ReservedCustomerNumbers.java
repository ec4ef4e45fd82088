package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.CustomerNumbers;
import io.rapport.eventstore.Reservations;
import org.springframework.stereotype.Component;

/** Customer numbers as reservations; the platform's own are counted up, past those that clients have chosen. */
@Component
class ReservedCustomerNumbers implements CustomerNumbers {

    private static final String SCOPE = "customer-number";
    private static final String SEQUENCE = "customer_number";
    private static final int LEAST_DIGITS = 6;

    private final Reservations reservations;

    ReservedCustomerNumbers(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String next(String customerId) {
        return reservations.reserveNext(SCOPE, SEQUENCE, LEAST_DIGITS, customerId);
    }

    @Override
    public boolean reserve(String number, String customerId) {
        return reservations.reserve(SCOPE, number, customerId);
    }

    @Override
    public void release(String number, String customerId) {
        reservations.release(SCOPE, number, customerId);
    }
}
