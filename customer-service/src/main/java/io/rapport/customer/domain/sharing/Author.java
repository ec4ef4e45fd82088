package io.rapport.customer.domain.sharing;

/**
 * Who writes what is kept for people.
 *
 * @param name     user or client, as the token names it
 * @param mayShare whether he may keep what everybody sees, his own and others'
 */
public record Author(String name, boolean mayShare) {
}
