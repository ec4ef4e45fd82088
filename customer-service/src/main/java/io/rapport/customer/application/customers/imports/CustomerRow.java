package io.rapport.customer.application.customers.imports;

import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.values.Assignment;

/**
 * A row of a file of customers, understood.
 *
 * @param number      null where the row has none
 * @param facts       what it says; null parts are not touched
 * @param salesStatus code; null where the row has none
 * @param recognition what it is recognised by; null for what is usual
 * @param assignment  who looks after the customer, as far as the row says it
 */
record CustomerRow(String number, CustomerFacts facts, String salesStatus, Recognition recognition, Assignment assignment) {

    Identity identity() {
        return Identity.of(facts);
    }
}
