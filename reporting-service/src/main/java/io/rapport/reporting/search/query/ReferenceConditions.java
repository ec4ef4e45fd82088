package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.merges.CustomerReferences;
import io.rapport.reporting.search.catalogue.ListField;

import java.util.List;

/** Conditions on the customer that a record belongs to: whoever is asked for, all that were merged with it are meant. */
final class ReferenceConditions extends TextConditions {

    private final CustomerReferences customers;

    ReferenceConditions(CustomerReferences customers) {
        this.customers = customers;
    }

    @Override
    Query equal(ListField<?> field, List<String> ids) {
        return super.equal(field, List.copyOf(customers.referredAs(ids)));
    }
}
