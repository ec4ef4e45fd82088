package io.rapport.customer.domain.orders;

import io.rapport.contracts.Money;

import java.math.BigDecimal;

/**
 * One line of an order. Any component may be null as it is typed; in an order that was accepted every line has a
 * product and an amount.
 *
 * @param product   name or code of what was bought
 * @param quantity  how many, more than 0; null when not known
 * @param unitPrice price of one, negative for a discount or a return; null when not known
 * @param amount    price of the line: quantity × unit price to the digits of the currency
 */
public record OrderLine(String product, BigDecimal quantity, Money unitPrice, Money amount) {
}
