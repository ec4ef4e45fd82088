package io.rapport.customer.application;

import io.rapport.customer.domain.CustomerNumbers;
import io.rapport.eventstore.Reservations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customer numbers as reservations; the platform's own are counted up, past those that clients have chosen. */
@Component
class ReservedCustomerNumbers implements CustomerNumbers {

    private static final String SCOPE = "customer-number";

    private final Reservations reservations;
    private final JdbcClient database;

    ReservedCustomerNumbers(Reservations reservations, JdbcClient database) {
        this.reservations = reservations;
        this.database = database;
    }

    @Override
    public String next(String customerId) {
        String number;
        do {
            number = "%06d".formatted(database.sql("SELECT nextval('customer_number')").query(Long.class).single());
        } while (!reserve(number, customerId));
        return number;
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
