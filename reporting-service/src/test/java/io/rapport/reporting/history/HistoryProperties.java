package io.rapport.reporting.history;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.TestEvents;
import io.rapport.reporting.contacts.ContactReadModel;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.intake.Deliveries;
import io.rapport.reporting.intake.FoldedEvent;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.interactions.InteractionReadModel;
import io.rapport.reporting.opportunities.OpportunityReadModel;
import io.rapport.reporting.orders.OrderReadModel;
import io.rapport.reporting.tasks.TaskReadModel;
import io.rapport.testing.ContractExamples;
import io.rapport.web.json.FieldChange;
import io.rapport.web.json.FieldChanges;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * History is complete: whoever replays it from the oldest change to the newest has the present record. Of each kind of
 * record, whatever its producer promises may happen in any order.
 */
class HistoryProperties {

    private static final String ID = "0198a7b2-0000-7000-8000-000000000002";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<Kind> KINDS = List.of(
            new Kind(new CustomerReadModel(), "customer.registered.v1", Set.of("lifecycleStage", "review",
                    "confirmedBy", "stale", "qualityScore", "quality", "missingFacts", "invalidFacts",
                    "primaryContact", "lastInteractionAt", "openOpportunityAmount", "revenueToDate",
                    "amountsWithoutRate", "purchases")),
            new Kind(new OpportunityReadModel(), "opportunity.opened.v1",
                    Set.of("stageSince", "closedAt", "openSeconds", "stageProbability", "stalledAfterDays",
                            "effectiveProbability", "weightedAmount", "stalledFrom", "stalled", "nextBestAction")),
            new Kind(new OrderReadModel(), "order.placed.v1", Set.of("products")),
            new Kind(new ContactReadModel(), "contact.registered.v1", Set.of("consentedTo")),
            new Kind(new InteractionReadModel(), "interaction.recorded.v1", Set.of("contactIds")),
            new Kind(new TaskReadModel(), "task.opened.v1", Set.of("series", "completedAt", "next", "dueAt", "dueFrom",
                    "overdueFrom", "dueNow", "overdue")));
    private static final Set<String> STAMPED =
            Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy");

    /** @param derived fields that follow from others, or say when something happened to them */
    private record Kind(ReadModel<?> model, String firstEvent, Set<String> derived) {

        ContractExamples contracts() {
            return ContractExamples.in("contracts/" + model.kind().code() + "/v1");
        }
    }

    record Past(ReadModel<?> model, List<EventEnvelope> events) {

        @Override
        public String toString() {
            return events.stream().map(event -> event.type() + new String(event.data())).toList().toString();
        }
    }

    @Property
    void replayedItGivesThePresentRecord(@ForAll("pasts") Past past, @ForAll Random random) {
        check(past.model(), past.events(), random);
    }

    @TestFactory
    Stream<DynamicTest> noFieldIsForgotten() {
        return KINDS.stream().map(kind -> DynamicTest.dynamicTest(kind.model().kind().code(), () -> {
            Set<String> told = new HashSet<>(kind.model().shownFields());
            told.removeAll(STAMPED);
            told.removeAll(kind.derived());

            assertThat(kind.model().recordedFields()).isEqualTo(told);
        }));
    }

    private static <D extends RecordDocument> void check(ReadModel<D> model, List<EventEnvelope> events,
            Random random) {
        Map<String, Document> stored = new HashMap<>();

        D document = Deliveries.deliver(model, events, random, folded -> keep(model, stored, folded));

        assertThat(document.version()).isEqualTo(events.size());
        assertThat(replayed(stored)).isEqualTo(FieldChanges.values(model.recorded(document)));
        assertThat(stored.values()).allSatisfy(entry -> assertThat(HistoryEntry.read(entry).changes()).isNotEmpty()
                .allSatisfy(change -> assertThat(change.old()).isNotEqualTo(change.now())));
    }

    /** As the store does: what is there stays, and would have been the same. */
    private static <D extends RecordDocument> void keep(ReadModel<D> model, Map<String, Document> stored,
            List<FoldedEvent> events) {
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
    Arbitrary<Past> pasts() {
        Arbitrary<Past> anyKind = Arbitraries.of(KINDS).flatMap(kind -> {
            List<ContractExamples.Example> firsts = examples(kind, true);
            List<ContractExamples.Example> laters = examples(kind, false);
            return Arbitraries.of(firsts).flatMap(first -> Arbitraries.of(laters).list().ofMaxSize(12)
                    .map(later -> new Past(kind.model(), events(first, later))));
        });
        Arbitrary<Past> customers = Deliveries.histories(ID).map(events -> new Past(KINDS.getFirst().model(), events));
        return Arbitraries.oneOf(anyKind, customers);
    }

    private static List<ContractExamples.Example> examples(Kind kind, boolean first) {
        return kind.contracts().examples().stream()
                .filter(example -> example.type().equals(kind.firstEvent()) == first).toList();
    }

    private static List<EventEnvelope> events(ContractExamples.Example first, List<ContractExamples.Example> later) {
        List<EventEnvelope> events = new ArrayList<>();
        Stream.concat(Stream.of(first), later.stream()).forEach(example ->
                events.add(TestEvents.event(example.type(), ID, events.size() + 1, example.json())));
        return events;
    }
}
