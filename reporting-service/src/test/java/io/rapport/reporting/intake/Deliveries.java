package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.TestEvents;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Histories of records, and the ways in which they reach the intake. */
public final class Deliveries {

    private Deliveries() {
    }

    /**
     * Delivers in any order, some events twice, in batches that end anywhere. Now and then the intake dies between
     * telling the changes and keeping the document, and gets the same again in other batches.
     *
     * @param changes told as {@link ChangeLog} is
     * @return the document in the end
     */
    public static <D extends RecordDocument> D deliver(ReadModel<D> model, List<EventEnvelope> history, Random random,
            Consumer<List<FoldedEvent>> changes) {
        List<Arrival> delivered = arrivals(history);
        delivered.addAll(delivered.stream().filter(arrival -> random.nextInt(3) == 0).toList());
        Collections.shuffle(delivered, random);
        D document = null;
        List<Arrival> waiting = List.of();
        int from = 0;
        while (from < delivered.size()) {
            int to = from + 1 + random.nextInt(delivered.size() - from);
            List<Arrival> batch = new ArrayList<>(waiting);
            batch.addAll(delivered.subList(from, to));
            RecordFold<D> fold = RecordFold.of(model, document, batch);
            changes.accept(fold.steps());
            if (random.nextInt(4) > 0) {
                document = fold.document();
                waiting = fold.parked().stream().map(RecordFold.Parked::arrival).toList();
                from = to;
            }
        }
        return document;
    }

    static List<Arrival> arrivals(List<EventEnvelope> history) {
        List<Arrival> arrivals = new ArrayList<>();
        for (EventEnvelope event : history) {
            arrivals.add(new Arrival(event,
                    new ConsumerRecord<>("customers", 0, event.sequence(), event.subject(), event.data())));
        }
        return arrivals;
    }

    /** Histories of a customer, with everything that can happen to one. */
    public static Arbitrary<List<EventEnvelope>> histories(String id) {
        Arbitrary<String[]> later = Arbitraries.of(
                new String[] {"customer.changed.v1",
                        "{\"changed\":{\"name\":\"B\",\"tags\":[\"x\",\"y\"]},\"cleared\":[]}"},
                new String[] {"customer.changed.v1",
                        "{\"changed\":{\"phone\":\"95588\"},\"cleared\":[\"tags\",\"city\"]}"},
                new String[] {"customer.changed.v1",
                        "{\"number\":\"007\",\"changed\":{},\"cleared\":[\"openingValues\"]}"},
                new String[] {"customer.changed.v1",
                        "{\"changed\":{\"openingValues\":{\"contactName\":\"李四\","
                        + "\"lastInteractionAt\":\"2026-02-03\"}},\"cleared\":[\"address.delivery\"]}"},
                new String[] {"customer.owner-assigned.v1", "{}"},
                new String[] {"customer.owner-assigned.v1", "{\"owner\":\"lisi\",\"team\":\"/north\"}"},
                new String[] {"customer.status-changed.v1", "{\"from\":\"POTENTIAL\",\"to\":\"LOST\"}"},
                new String[] {"customer.activity-changed.v1", "{\"to\":\"CLOSED\"}"},
                new String[] {"customer.activity-changed.v1", "{}"},
                new String[] {"customer.lifecycle-overridden.v1", "{\"to\":\"CHURNED\"}"},
                new String[] {"customer.lifecycle-overridden.v1", "{}"},
                new String[] {"customer.profile-confirmed.v1", "{\"nextReviewDue\":\"2027-01-31\"}"},
                new String[] {"customer.review-requested.v1", "{\"by\":\"zhangsan\",\"because\":\"Imported\"}"},
                new String[] {"customer.sent-back.v1", "{}"},
                new String[] {"customer.approved.v1", "{}"},
                new String[] {"customer.archived.v1", "{}"},
                new String[] {"customer.restored.v1", "{}"},
                new String[] {"customer.absorbed.v1", "{\"from\":\"b\",\"records\":[\"b\",\"c\"],"
                        + "\"changed\":{\"phone\":\"110\"},\"cleared\":[\"tags\"],\"assigned\":{\"owner\":\"lisi\"},"
                        + "\"salesStatus\":\"LOST\",\"activity\":{\"to\":\"CLOSED\"}}"},
                new String[] {"customer.released.v1", "{\"from\":\"b\",\"records\":[\"b\",\"c\"],\"changed\":{},"
                        + "\"cleared\":[\"phone\"],\"activity\":{},\"kept\":[]}"},
                new String[] {"customer.told-apart.v1", "{\"from\":\"b\",\"apart\":true}"},
                new String[] {"customer.told-apart.v1", "{\"from\":\"b\",\"apart\":false}"},
                new String[] {"customer.merged.v1", "{\"into\":\"b\"}"},
                new String[] {"customer.unmerged.v1", "{\"from\":\"b\"}"},
                new String[] {"customer.of-tomorrow.v1", "{\"a\":1}"});
        return later.list().ofMaxSize(12).map(events -> {
            List<EventEnvelope> history = new ArrayList<>();
            history.add(TestEvents.customerRegistered(id, "A", "{\"city\":\"北京\",\"address\":"
                    + "{\"registered\":\"1\",\"delivery\":\"2\"},"
                    + "\"annualRevenue\":{\"amount\":\"1.50\",\"currency\":\"CNY\"}}"));
            IntStream.range(0, events.size()).forEach(index ->
                    history.add(TestEvents.event(events.get(index)[0], id, index + 2, events.get(index)[1])));
            return history;
        });
    }
}
