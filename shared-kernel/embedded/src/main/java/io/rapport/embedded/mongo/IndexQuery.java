package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;

/** Which parts of a query an index can answer. Whatever else a query asks is checked on the documents found. */
final class IndexQuery {

    private IndexQuery() {
    }

    /** The part of a query that speaks about the keys of an index, or null when it leaves a key out. */
    static Document partAbout(List<String> keys, Document query) {
        Document part = new Document();
        for (String key : keys) {
            if (!query.containsKey(key)) {
                return null;
            }
            part.put(key, query.get(key));
        }
        return part;
    }

    /** Whether the queried value means "equal to this value, which is present". */
    static boolean isEquality(Object queried) {
        return queried instanceof String || queried instanceof Number || queried instanceof Boolean
            || queried instanceof de.bwaldvogel.mongo.bson.ObjectId || queried instanceof java.time.Instant
            || queried instanceof java.util.UUID;
    }

    /** The values of an {@code $in} of plain values, or null when the queried value is something else. */
    static Collection<?> alternatives(Object queried) {
        if (queried instanceof Document operators && operators.keySet().equals(java.util.Set.of("$in"))
            && operators.get("$in") instanceof Collection<?> values
            && values.stream().allMatch(IndexQuery::isEquality)) {
            return values;
        }
        return null;
    }
}
