package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** One database in memory. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Integer> {

    private final Map<String, IndexedCollection> opened = new ConcurrentSkipListMap<>();

    IndexedDatabase(String databaseName, CursorRegistry cursorRegistry) {
        super(databaseName, cursorRegistry);
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Integer> openOrCreateCollection(String name, CollectionOptions options) {
        IndexedCollection collection = new IndexedCollection(this, name, options, cursorRegistry);
        opened.put(name, collection);
        return collection;
    }

    @Override
    public void unregisterCollection(String collectionName) {
        super.unregisterCollection(collectionName);
        opened.remove(collectionName);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
                                                     boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
                                                        boolean sparse) {
        return new EqualityIndex(name, keys, sparse);
    }

    /** Collections that clients made, without the database's own. */
    Stream<IndexedCollection> collections() {
        return opened.values().stream().filter(collection -> !collection.getCollectionName().startsWith("system."));
    }

    void createIndex(Document description) {
        addIndex(description);
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
