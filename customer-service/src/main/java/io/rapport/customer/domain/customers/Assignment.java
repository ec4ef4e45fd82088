package io.rapport.customer.domain.customers;

import io.rapport.values.FactSheet;

/**
 * Who looks after a customer.
 *
 * @param owner user name; null when nobody
 * @param team  path of the owner's team such as {@code /east/shanghai}; null when unknown
 */
public record Assignment(String owner, String team) {

    /** How assignments are tidied, compared and merged. */
    public static final FactSheet<Assignment> SHEET = FactSheet.of(Assignment.class);

    /** Nobody looks after the customer. */
    public static final Assignment NOBODY = new Assignment(null, null);
}
