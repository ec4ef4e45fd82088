package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.IndexDocuments;
import io.rapport.reporting.search.index.IndexUnavailable;
import io.rapport.reporting.search.index.Indexes;
import io.rapport.reporting.search.likeness.Traits;
import io.rapport.reporting.search.text.EqualityKeys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Customers that have something in common with one, for comparing them. */
@Component
public class AlikeCustomers {

    /** What rarely occurs counts more, so that the first of these hold whatever is worth a look. */
    private static final int MOST = 100;
    /** Of the pairs of characters in a name, as much as names that are near share at least. */
    private static final String LEAST_SHARED = "40%";
    private static final float IN_COMMON = 10;

    private final IndexAccess access;
    private final Indexes indexes;
    private final IndexDocuments documents;

    AlikeCustomers(IndexAccess access, Indexes indexes, IndexDocuments documents) {
        this.access = access;
        this.indexes = indexes;
        this.documents = documents;
    }

    /**
     * The customers in question, the likeliest among the first; the customer itself may be one of them.
     *
     * @throws IndexUnavailable while the index cannot be asked
     */
    public List<CustomerProfile> of(Traits customer, Visibility visibility) {
        List<Query> either = new ArrayList<>();
        Stream.concat(customer.keys().stream(), customer.domainKeys().stream())
                .forEach(key -> either.add(has(key, IN_COMMON)));
        if (!customer.nearKeys().isEmpty()) {
            either.add(Query.of(query -> query.bool(near -> near.minimumShouldMatch(LEAST_SHARED)
                    .should(customer.nearKeys().stream().map(key -> has(key, 1)).toList()))));
        }
        if (either.isEmpty()) {
            return List.of();
        }
        BoolQuery query = new BoolQuery.Builder().filter(RecordLists.restriction(visibility))
                .mustNot(Queries.exists(Columns.MERGED)).should(either).minimumShouldMatch("1").build();
        SearchResponse<ObjectNode> answer = access.call(client -> client.search(search -> search
                .index(indexes.alias(RecordKind.CUSTOMER)).query(q -> q.bool(query)).size(MOST)
                .trackTotalHits(total -> total.enabled(false)), ObjectNode.class));
        return answer.hits().hits().stream().map(hit -> documents.record(hit.source(), CustomerProfile.class)).toList();
    }

    private static Query has(String key, float boost) {
        return Query.of(query -> query.term(term ->
                term.field(Columns.ALIKE).value(EqualityKeys.of(key)).boost(boost)));
    }
}
