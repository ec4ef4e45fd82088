package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.Money;

import java.time.LocalDate;

/** What loyalty needs to know of an order; a cancelled or archived one earns nothing. */
public record Purchase(String orderId, String number, LocalDate orderedAt, Money amount, boolean cancelled,
                       boolean archived) {
}
