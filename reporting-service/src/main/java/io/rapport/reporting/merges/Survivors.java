package io.rapport.reporting.merges;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which customer answers for which. What belongs to a merged customer keeps its reference and is shown under the
 * customer that answers for it: looked up when it is read, so that it follows a merge and its undoing at once, in
 * whatever order the events of both arrived.
 */
@Component
public class Survivors implements CustomerReferences {

    /** The field by which records of other kinds belong to a customer. */
    public static final String REFERENCE = "customerId";

    /** The list of a record that may belong to several customers. */
    private static final String LINKS = "links";

    /** Longer chains of merges are not followed: while events arrive, two customers may even name each other. */
    private static final int LONGEST_CHAIN = 20;

    private final RecordStore store;

    Survivors(RecordStore store) {
        this.store = store;
    }

    /** The record that answers for this one in the end: itself, unless it was merged. */
    public String of(RecordKind kind, String id) {
        return of(kind, Set.of(id)).getOrDefault(id, id);
    }

    /** For each of these records that was merged the one that answers for it in the end; the others are missing. */
    public Map<String, String> of(RecordKind kind, Collection<String> ids) {
        Map<String, String> survivors = new HashMap<>();
        Set<String> asked = new HashSet<>(ids);
        for (int step = 0; step < LONGEST_CHAIN && !asked.isEmpty(); step++) {
            Map<String, String> merged = store.load(kind, asked).values().stream()
                    .filter(record -> record.mergedInto() != null)
                    .collect(Collectors.toMap(RecordDocument::id, RecordDocument::mergedInto));
            merged.forEach(survivors::putIfAbsent);
            asked = new HashSet<>(merged.values());
        }
        Map<String, String> ends = new HashMap<>();
        ids.stream().filter(survivors::containsKey).forEach(id -> ends.put(id, end(survivors, id)));
        return ends;
    }

    @Override
    public Set<String> referredAs(Collection<String> customerIds) {
        Map<String, String> merged = of(RecordKind.CUSTOMER, customerIds);
        Set<String> ends = customerIds.stream().map(id -> merged.getOrDefault(id, id)).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(ends);
        store.load(RecordKind.CUSTOMER, ends).values().forEach(customer -> all.addAll(customer.absorbed()));
        return all;
    }

    /** Puts the customer that answers into the reference of a record of another kind. */
    public ObjectNode shown(ObjectNode record) {
        return shown(List.of(record)).getFirst();
    }

    /** Puts the customers that answer into the references of records of other kinds. */
    public List<ObjectNode> shown(List<ObjectNode> records) {
        List<ObjectNode> referring = records.stream().flatMap(Survivors::withLinks)
                .filter(record -> record.path(REFERENCE).isString()).toList();
        Set<String> referred = referring.stream().map(record -> record.get(REFERENCE).stringValue())
                .collect(Collectors.toSet());
        Map<String, String> survivors = referred.isEmpty() ? Map.of() : of(RecordKind.CUSTOMER, referred);
        if (!survivors.isEmpty()) {
            referring.forEach(record -> record.put(REFERENCE, survivors.getOrDefault(
                    record.get(REFERENCE).stringValue(), record.get(REFERENCE).stringValue())));
        }
        return records;
    }

    /** A record, and the parts of it that say what it is to which customer. */
    private static Stream<ObjectNode> withLinks(ObjectNode record) {
        return Stream.concat(Stream.of(record), record.path(LINKS).valueStream().filter(JsonNode::isObject)
                .map(ObjectNode.class::cast));
    }

    private static String end(Map<String, String> survivors, String id) {
        String at = id;
        for (int step = 0; step < LONGEST_CHAIN && survivors.containsKey(at); step++) {
            at = survivors.get(at);
        }
        return at;
    }
}
