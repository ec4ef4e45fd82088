package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A unique index that also serves queries asking for more than its own keys, such as {@code {_id: x, version: 3}}. */
final class UniqueIndex extends MemoryUniqueIndex {

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        Document part = IndexQuery.partAbout(keys(), query);
        return part != null && super.canHandle(part);
    }
}
