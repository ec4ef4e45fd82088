package io.rapport.customer.domain.customers;

/**
 * Street addresses of a customer.
 *
 * @param registered where it is registered; null when unknown
 * @param delivery   where goods go; null when unknown
 */
public record CustomerAddress(String registered, String delivery) {
}
