package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import io.rapport.rights.Owners;

/** Aggregations over those records only in which their field may be seen. */
final class Guarded {

    private static final String INSIDE = "seen";

    private Guarded() {
    }

    static Aggregation aggregation(Aggregation counted, Owners full) {
        return full instanceof Owners.Everyone ? counted
                : Aggregation.of(guard -> guard.filter(Queries.heldBy(full)).aggregations(INSIDE, counted));
    }

    /** What {@link #aggregation} counted, from its answer. */
    static Aggregate read(Aggregate answered, Owners full) {
        return full instanceof Owners.Everyone ? answered : answered.filter().aggregations().get(INSIDE);
    }
}
