package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Databases in memory whose indexes are real. */
public final class IndexedBackend extends AbstractMongoBackend {

    private final Map<String, IndexedDatabase> opened = new ConcurrentSkipListMap<>();

    @Override
    protected IndexedDatabase openOrCreateDatabase(String databaseName) {
        return opened.computeIfAbsent(databaseName, name -> new IndexedDatabase(name, getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String databaseName) {
        super.dropDatabase(databaseName);
        opened.remove(databaseName);
    }

    Collection<IndexedDatabase> databases() {
        return opened.values();
    }
}
