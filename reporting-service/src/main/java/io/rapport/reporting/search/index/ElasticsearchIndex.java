package io.rapport.reporting.search.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.SearchIndex;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The search index in Elasticsearch, as the intake writes it. */
@Component
class ElasticsearchIndex implements SearchIndex {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    /** Documents in one request: some megabytes. */
    private static final int BULK = 1_000;

    private static final int PAGE = 5_000;
    /** The record's own version: that of the document in the index counts more than the record's events. */
    private static final String VERSION = Columns.of(FieldCatalogue.VERSION, Columns.NUMBER);
    private static final String VERSION_IN_RECORD = Columns.RECORD + ".version";
    private static final String VERSION_POINTER = '/' + Columns.RECORD + "/version";

    private static final String KEEP = "1m";

    private final IndexAccess access;
    private final Indexes indexes;
    private final IndexDocuments documents;

    ElasticsearchIndex(IndexAccess access, Indexes indexes, IndexDocuments documents) {
        this.access = access;
        this.indexes = indexes;
        this.documents = documents;
    }

    @Override
    public Map<String, String> store(Collection<? extends RecordDocument> records) {
        records.stream().map(RecordDocument::recordKind).distinct().forEach(indexes::ensure);
        Map<String, String> refused = new HashMap<>();
        List<BulkOperation> operations = new ArrayList<>(Math.min(BULK, records.size()));
        for (RecordDocument record : records) {
            operations.add(operation(record));
            if (operations.size() == BULK) {
                store(operations, refused);
                operations.clear();
            }
        }
        if (!operations.isEmpty()) {
            store(operations, refused);
        }
        return refused;
    }

    private BulkOperation operation(RecordDocument record) {
        Map<String, Object> document = documents.of(record);
        return BulkOperation.of(operation -> operation.index(index -> index
                .index(indexes.alias(record.recordKind()))
                .id(record.id())
                .version(record.indexVersion())
                .versionType(VersionType.External)
                .document(document)));
    }

    private void store(List<BulkOperation> operations, Map<String, String> refused) {
        BulkResponse answer = access.call(client -> client.bulk(bulk -> bulk.requireAlias(true).operations(operations)));
        for (BulkResponseItem item : answer.items()) {
            if (item.error() != null && item.status() != CONFLICT) {
                if (item.status() != BAD_REQUEST) {
                    indexes.doubt();
                    throw new IndexUnavailable("Elasticsearch answers " + item.status() + " " + item.error().type(), null);
                }
                refused.put(item.id(), item.error().type());
            }
        }
    }

    @Override
    public void clear() {
        indexes.clear();
    }

    @Override
    public void refresh(RecordKind kind) {
        indexes.ensure(kind);
        access.call(client -> client.indices().refresh(refresh -> refresh.index(indexes.alias(kind))));
    }

    @Override
    public long versionOf(RecordKind kind, String recordId) {
        indexes.ensure(kind);
        var answer = access.call(client -> client.mget(
                get -> get.index(indexes.alias(kind)).ids(recordId).sourceIncludes(VERSION_IN_RECORD),
                ObjectNode.class));
        var record = answer.docs().getFirst();
        return record.isResult() && record.result().found()
                ? record.result().source().at(VERSION_POINTER).asLong() : 0;
    }

    /** Numbers are doubles in the index; versions are far from where these become inexact. */
    private static long version(Hit<Void> hit) {
        return (long) hit.fields().get(VERSION).to(double[].class)[0];
    }

    @Override
    public String identity() {
        return indexes.identity();
    }

    @Override
    public void forEach(RecordKind kind, BiConsumer<String, Long> consumer) {
        refresh(kind);
        String[] pit = {access.call(client -> client.openPointInTime(
                open -> open.index(indexes.alias(kind)).keepAlive(time -> time.time(KEEP)))).id()};
        try {
            List<FieldValue> after = List.of();
            boolean more = true;
            while (more) {
                List<FieldValue> from = after;
                var page = access.call(client -> client.search(search -> {
                    search.pit(open -> open.id(pit[0]).keepAlive(time -> time.time(KEEP)))
                            .size(PAGE).source(source -> source.fetch(false))
                            .docvalueFields(version -> version.field(VERSION))
                            .trackTotalHits(total -> total.enabled(false))
                            .sort(sort -> sort.field(field -> field
                                    .field(Columns.of(FieldCatalogue.ID, Columns.KEY)).order(SortOrder.Asc)));
                    return from.isEmpty() ? search : search.searchAfter(from);
                }, Void.class));
                List<Hit<Void>> hits = page.hits().hits();
                hits.forEach(hit -> consumer.accept(hit.id(), version(hit)));
                more = hits.size() == PAGE;
                after = more ? hits.getLast().sort() : List.of();
                pit[0] = page.pitId() == null ? pit[0] : page.pitId();
            }
        } finally {
            access.call(client -> client.closePointInTime(close -> close.id(pit[0])));
        }
    }
}
