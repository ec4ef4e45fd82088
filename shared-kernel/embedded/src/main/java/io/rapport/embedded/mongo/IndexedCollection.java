package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents by position. A stored document is never changed: queries hand out copies, and an update puts the changed
 * copy in the place of the old one. So an answer under way to a reader is not disturbed by a writer.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Integer> {

    private final List<Document> documents = new ArrayList<>();
    private final Deque<Integer> freePositions = new ArrayDeque<>();
    private int count;

    IndexedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        count++;
        Integer free = freePositions.poll();
        if (free != null) {
            documents.set(free, document);
            return free;
        }
        documents.add(document);
        return documents.size() - 1;
    }

    @Override
    protected void removeDocument(Integer position) {
        documents.set(position, null);
        freePositions.add(position);
        count--;
    }

    @Override
    protected Document getDocument(Integer position) {
        Document stored = documents.get(position);
        return stored == null ? null : stored.clone();
    }

    @Override
    protected void handleUpdate(Integer position, Document oldDocument, Document newDocument) {
        documents.set(position, newDocument);
    }

    @Override
    protected QueryResult matchDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
                                         Document fields) {
        IntStream positions = IntStream.range(0, documents.size());
        if (isNaturalDescending(orderBy)) {
            positions = positions.map(position -> documents.size() - 1 - position);
        }
        Stream<Document> copies = positions.mapToObj(documents::get).filter(Objects::nonNull)
            .filter(document -> documentMatchesQuery(document, query)).map(Document::clone);
        return matchDocumentsFromStream(copies, query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return IntStream.range(0, documents.size()).filter(position -> documents.get(position) != null)
            .mapToObj(position -> new DocumentWithPosition<>(documents.get(position), position));
    }

    @Override
    public synchronized int count() {
        return count;
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    /** Sizes of documents are not summed up: computing them cost more than storing the document. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        // Not tracked.
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
