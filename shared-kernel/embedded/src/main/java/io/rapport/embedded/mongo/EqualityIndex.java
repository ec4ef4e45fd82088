package io.rapport.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A secondary index for equality on all its keys (and {@code $in} where it has a single key). Positions are kept by
 * the document's {@code _id}, so that the index knows which of several documents with the same key is meant.
 */
final class EqualityIndex extends Index<Integer> {

    private final Map<KeyValue, Map<KeyValue, Integer>> positions = new HashMap<>();

    EqualityIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public boolean canHandle(Document query) {
        Document part = IndexQuery.partAbout(keys(), query);
        if (part == null) {
            return false;
        }
        return part.values().stream().allMatch(IndexQuery::isEquality)
            || part.size() == 1 && IndexQuery.alternatives(part.values().iterator().next()) != null;
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        Collection<Object> queried = IndexQuery.partAbout(keys(), query).values();
        Collection<?> alternatives = queried.size() == 1 ? IndexQuery.alternatives(queried.iterator().next()) : null;
        if (alternatives == null) {
            return new ArrayList<>(at(new KeyValue(queried).normalized()).values());
        }
        Set<Integer> found = new LinkedHashSet<>();
        alternatives.forEach(value -> found.addAll(at(new KeyValue(value).normalized()).values()));
        return found;
    }

    @Override
    public Integer getPosition(Document document) {
        KeyValue id = idOf(document);
        return getKeyValues(document).stream().map(key -> at(key).get(id)).findFirst().orElse(null);
    }

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {
        KeyValue id = idOf(document);
        for (KeyValue key : getKeyValues(document)) {
            positions.computeIfAbsent(key, unseen -> new LinkedHashMap<>(2)).put(id, position);
        }
    }

    @Override
    public Integer remove(Document document) {
        KeyValue id = idOf(document);
        Integer position = null;
        for (KeyValue key : getKeyValues(document)) {
            Map<KeyValue, Integer> same = positions.get(key);
            if (same != null) {
                position = same.remove(id);
                if (same.isEmpty()) {
                    positions.remove(key);
                }
            }
        }
        return position;
    }

    @Override
    public void updateInPlace(Document before, Document after, Integer position, MongoCollection<Integer> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {
        getKeyValues(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
        getKeyValues(after);
    }

    @Override
    public long getCount() {
        return positions.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        positions.clear();
    }

    private Map<KeyValue, Integer> at(KeyValue key) {
        return positions.getOrDefault(key, Map.of());
    }

    private static KeyValue idOf(Document document) {
        return new KeyValue(document.get("_id")).normalized();
    }
}
