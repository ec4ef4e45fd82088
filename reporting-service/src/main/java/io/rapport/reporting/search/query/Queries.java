package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TermRangeQuery;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.Grams;
import io.rapport.rights.Owners;

import java.util.List;
import java.util.Set;

/** The few shapes that every query is made of. Nothing here counts towards relevance. */
final class Queries {

    /** Behind every key of numbers, days and sorted texts. */
    private static final String LAST = "~";

    private Queries() {
    }

    /** Records that these owners hold. */
    static Query heldBy(Owners owners) {
        return switch (owners) {
            case Owners.Everyone() -> Query.of(query -> query.matchAll(all -> all));
            case Owners.Nobody() -> nothing();
            case Owners.Of(Set<String> users, boolean unowned) -> {
                Query held = oneOf(Columns.HELD_BY, List.copyOf(users));
                yield !unowned ? held : any(List.of(held, Query.of(query -> query.term(term ->
                        term.field(Columns.HELD_BY_NOBODY).value(true)))));
            }
        };
    }

    /** What the query finds among the records that these owners hold. */
    static Query within(Query query, Owners owners) {
        return owners instanceof Owners.Everyone ? query : all(List.of(heldBy(owners), query));
    }

    static Query exists(String column) {
        return Query.of(query -> query.exists(exists -> exists.field(column)));
    }

    static Query not(Query query) {
        return Query.of(q -> q.bool(bool -> bool.mustNot(query)));
    }

    static Query all(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : Query.of(query -> query.bool(bool -> bool.filter(queries)));
    }

    static Query any(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst()
                : Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
    }

    static Query nothing() {
        return Query.of(query -> query.matchNone(none -> none));
    }

    /** Texts of which a token begins with {@code beginning}. */
    static Query prefix(String column, String beginning) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(column).value(beginning)));
    }

    /** Any of these keys. */
    static Query oneOf(String column, List<String> keys) {
        List<FieldValue> values = keys.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(column).terms(v -> v.value(values))));
    }

    /**
     * Keys of a column that custom fields share between the ends; at most one is null. Elasticsearch wants both ends
     * there: the least and greatest text that any key can be.
     */
    static Query between(String column, Conditions.Bound<String> low, Conditions.Bound<String> high) {
        var range = new TermRangeQuery.Builder().field(column);
        range = low == null ? range.gte("") : low.included() ? range.gte(low.value()) : range.gt(low.value());
        range = high == null ? range.lte(LAST) : high.included() ? range.lte(high.value()) : range.lt(high.value());
        TermRangeQuery built = range.build();
        return Query.of(query -> query.range(r -> r.term(built)));
    }

    /** Texts of a custom field of which {@code part}, a folded text, is a part. */
    static Query part(String column, String field, String part) {
        String grams = Grams.within(field, Grams.ofPart(part));
        return Grams.isSingle(part) ? prefix(column, grams)
                : Query.of(query -> query.matchPhrase(phrase -> phrase.field(column).query(grams)));
    }

    /** Texts of which {@code part}, a folded text, is a part; see {@link Grams}. */
    static Query part(String column, String part) {
        String grams = Grams.ofPart(part);
        return Grams.isSingle(part) ? prefix(column, grams)
                : Query.of(query -> query.matchPhrase(phrase -> phrase.field(column).query(grams)));
    }
}
