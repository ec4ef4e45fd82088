package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.text.Grams;

import java.util.List;

/** The few shapes that every query is made of. Nothing here counts towards relevance. */
final class Queries {

    private Queries() {
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

    /** Texts of which {@code part}, a folded text, is a part; see {@link Grams}. */
    static Query part(String column, String part) {
        String grams = Grams.ofPart(part);
        return Grams.isSingle(part) ? prefix(column, grams)
                : Query.of(query -> query.matchPhrase(phrase -> phrase.field(column).query(grams)));
    }
}
