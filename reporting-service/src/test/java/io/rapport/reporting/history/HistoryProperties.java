package io.rapport.reporting.history;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.intake.Deliveries;
import io.rapport.reporting.intake.FoldedEvent;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** History is complete: whoever replays it from the oldest change to the newest has the present record. */
class HistoryProperties {

    private static final String ID = "0198a7b2-0000-7000-8000-000000000002";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CustomerReadModel model = new CustomerReadModel();

    @Property
    void replayedItGivesThePresentRecord(@ForAll("histories") List<EventEnvelope> history, @ForAll Random random) {
        Map<String, Document> stored = new HashMap<>();

        CustomerProfile customer = Deliveries.deliver(model, history, random, events -> keep(stored, events));

        assertThat(customer.version()).isEqualTo(history.size());
        assertThat(replayed(stored)).isEqualTo(FieldChanges.values(model.recorded(customer)));
    }

    @Property
    void itTellsNoChangeThatWasNone(@ForAll("histories") List<EventEnvelope> history, @ForAll Random random) {
        Map<String, Document> stored = new HashMap<>();
        Deliveries.deliver(model, history, random, events -> keep(stored, events));

        assertThat(stored.values()).allSatisfy(entry -> assertThat(HistoryEntry.read(entry).changes()).isNotEmpty()
                .allSatisfy(change -> assertThat(change.old()).isNotEqualTo(change.now())));
    }

    @Example
    void noFieldIsForgotten() {
        Set<String> derivedOrStamped = Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy",
                "lifecycleStage", "review", "confirmedBy", "stale", "qualityScore", "quality",
                "primaryContact", "lastInteractionAt", "openOpportunityAmount", "revenueToDate");
        Set<String> told = new HashSet<>(model.shownFields());
        told.removeAll(derivedOrStamped);

        assertThat(model.recordedFields()).isEqualTo(told);
    }

    /** As the store does: what is there stays, and would have been the same. */
    private void keep(Map<String, Document> stored, List<FoldedEvent> events) {
        for (FoldedEvent event : events) {
            List<FieldChange> changes = HistoryStore.changes(model, event);
            if (!changes.isEmpty()) {
                Document entry = HistoryEntry.of(event.event(), changes).stored();
                Document there = stored.putIfAbsent(entry.getString("_id"), entry);
                assertThat(entry).isEqualTo(there == null ? entry : there);
            }
        }
    }

    private static Map<String, JsonNode> replayed(Map<String, Document> stored) {
        Map<String, JsonNode> record = new HashMap<>(Map.of("archived", JSON.getNodeFactory().booleanNode(false)));
        stored.values().stream().map(HistoryEntry::read).sorted(Comparator.comparingLong(HistoryEntry::sequence))
                .flatMap(entry -> entry.changes().stream()).forEach(change -> {
                    JsonNode was = change.now() == null ? record.remove(change.field())
                            : record.put(change.field(), change.now());
                    assertThat(was).isEqualTo(change.old());
                });
        return record;
    }

    @Provide
    Arbitrary<List<EventEnvelope>> histories() {
        return Deliveries.histories(ID);
    }
}
