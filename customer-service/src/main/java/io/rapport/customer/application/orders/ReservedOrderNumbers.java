package io.rapport.customer.application.orders;

import io.rapport.customer.domain.orders.OrderNumbers;
import io.rapport.eventstore.Reservations;
import org.springframework.stereotype.Component;

/** Order numbers as reservations; the platform's own are counted up, past those that clients have chosen. */
@Component
class ReservedOrderNumbers implements OrderNumbers {

    static final String SCOPE = "order-number";
    private static final String SEQUENCE = "order_number";
    private static final int LEAST_DIGITS = 6;

    private final Reservations reservations;

    ReservedOrderNumbers(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String next(String orderId) {
        return reservations.reserveNext(SCOPE, SEQUENCE, LEAST_DIGITS, orderId);
    }

    @Override
    public boolean reserve(String number, String orderId) {
        return reservations.reserve(SCOPE, folded(number), orderId);
    }

    @Override
    public void release(String number, String orderId) {
        reservations.release(SCOPE, folded(number), orderId);
    }

    private static String folded(String number) {
        return KnownOrders.folded(number);
    }
}
