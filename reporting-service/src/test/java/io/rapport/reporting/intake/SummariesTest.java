package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.ReportingTest;
import io.rapport.reporting.TestEvents;
import io.rapport.reporting.customers.CustomerProfile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customer shows of its records is right in the end, in whatever order the partitions are read, wherever the
 * intake dies, by how many processes at once, and when MongoDB is lost meanwhile. The expected fields are worked out
 * anew from the events, by the simplest code there is.
 */
class SummariesTest extends ReportingTest {

    private static final int PARTITIONS = 5;

    @Autowired
    private List<ReadModel<?>> models;
    @Autowired
    private RecordStore store;
    @Autowired
    private ChangeLog changeLog;
    @Autowired
    private DeadLetterStore letters;
    @Autowired
    private HistoryReader history;
    @Autowired
    private Derivations derivations;
    @Autowired
    private IntakeMetrics metrics;
    @Autowired
    private EventSpans spans;

    /** Dies now and then, wherever it is told to do something. */
    private static final class Crash extends RuntimeException {

        Crash() {
            super("killed", null, false, false);
        }

        static void maybe(Random random) {
            if (random.nextInt(6) == 0) {
                throw new Crash();
            }
        }
    }

    /** Keeps the document with the greatest version, as Elasticsearch does. */
    private static final class Index {

        private final Map<String, RecordDocument> documents = new ConcurrentHashMap<>();

        void store(Collection<? extends RecordDocument> some) {
            some.forEach(document -> documents.merge(document.id(), document,
                    (there, fresh) -> fresh.indexVersion() > there.indexVersion() ? fresh : there));
        }
    }

    /** A process with some of the partitions, and how far it has come in each. */
    private final class Instance {

        private final List<List<EventEnvelope>> partitions;
        private final int[] offsets;
        private final Random random;
        private final BatchIntake batches;

        Instance(List<List<EventEnvelope>> partitions, Index index, Random random) {
            this.partitions = partitions;
            this.offsets = new int[partitions.size()];
            this.random = random;
            this.batches = new BatchIntake(models, store, changeLog, dying(index), dying(derivations), letters, history,
                    List.of(), metrics, spans);
        }

        void readAll() {
            while (!done()) {
                int[] next = offsets.clone();
                List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
                for (int i = 0; i < next.length; i++) {
                    int most = partitions.get(i).size() - next[i];
                    for (int count = random.nextInt(most + 1); count > 0; count--) {
                        batch.add(kafka(partitions.get(i).get(next[i]++)));
                    }
                }
                try {
                    batches.take(batch, List.of());
                    Crash.maybe(random);
                    System.arraycopy(next, 0, offsets, 0, next.length);
                } catch (Crash killed) {
                    // Starts again where it was, with batches that end elsewhere.
                }
            }
        }

        private boolean done() {
            for (int i = 0; i < offsets.length; i++) {
                if (offsets[i] < partitions.get(i).size()) {
                    return false;
                }
            }
            return true;
        }

        /** Dies before, within, and after. */
        private SearchIndex dying(Index index) {
            return (SearchIndex) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SearchIndex.class},
                    (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("store");
                        @SuppressWarnings("unchecked")
                        Collection<RecordDocument> documents = (Collection<RecordDocument>) arguments[0];
                        Crash.maybe(random);
                        index.store(documents.stream().filter(document -> random.nextInt(6) > 0).toList());
                        Crash.maybe(random);
                        index.store(documents);
                        return Map.of();
                    });
        }

        private Derivations dying(Derivations real) {
            return new Derivations() {
                @Override
                public List<RecordDocument> update(Collection<? extends RecordDocument> stored) {
                    Crash.maybe(random);
                    List<RecordDocument> derived = real.update(stored);
                    Crash.maybe(random);
                    return derived;
                }

                @Override
                public void followUp(Consumer<List<RecordDocument>> index) {
                    real.followUp(index);
                }

                @Override
                public void expect(RecordKind kind, Collection<FoldedEvent> events) {
                    Crash.maybe(random);
                    real.expect(kind, events);
                }

                @Override
                public boolean follows(RecordKind kind, RecordKind other) {
                    return real.follows(kind, other);
                }

                @Override
                public <D extends RecordDocument> D complete(D document) {
                    return real.complete(document);
                }
            };
        }
    }

    @RepeatedTest(20)
    void inAnyOrderAndAfterAnyCrash(RepetitionInfo repetition) {
        long seed = System.nanoTime() + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        CustomerStories stories = new CustomerStories(random);
        Index index = new Index();

        new Instance(spread(stories.events(), random, PARTITIONS), index, random).readAll();

        check(stories, index, seed);
    }

    @RepeatedTest(15)
    void byTwoProcessesAtOnce(RepetitionInfo repetition) throws InterruptedException, ExecutionException {
        long seed = System.nanoTime() + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        CustomerStories stories = new CustomerStories(random);
        Index index = new Index();
        List<List<EventEnvelope>> partitions = spread(stories.events(), random, PARTITIONS);
        Instance one = new Instance(partitions.subList(0, 2), index, new Random(random.nextLong()));
        Instance other = new Instance(partitions.subList(2, PARTITIONS), index, new Random(random.nextLong()));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = List.of(threads.submit(one::readAll), threads.submit(other::readAll));
            for (Future<?> each : running) {
                each.get();
            }
        }

        check(stories, index, seed);
    }

    @RepeatedTest(15)
    void afterMongoWasLostUnderAnIndexThatWasNot(RepetitionInfo repetition) {
        long seed = System.nanoTime() + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        CustomerStories stories = new CustomerStories(random);
        Index index = new Index();
        List<List<EventEnvelope>> partitions = spread(stories.events(), random, PARTITIONS);
        List<List<EventEnvelope>> begun = partitions.stream()
                .map(events -> events.subList(0, random.nextInt(events.size() + 1))).toList();
        new Instance(begun, index, random).readAll();
        forget(stories.ids());

        new Instance(partitions, index, random).readAll();

        check(stories, index, seed);
    }

    private void check(CustomerStories stories, Index index, long seed) {
        Map<String, Map<String, Object>> expected = stories.expected();
        for (String id : stories.customerIds()) {
            CustomerProfile indexed = (CustomerProfile) index.documents.get(id);
            assertThat(CustomerStories.shown(indexed)).as("in the index, seed %d", seed).isEqualTo(expected.get(id));
            CustomerProfile stored = (CustomerProfile) store.load(RecordKind.CUSTOMER, List.of(id)).get(id);
            assertThat(CustomerStories.shown(derivations.complete(stored))).as("by id, seed %d", seed)
                    .isEqualTo(expected.get(id));
        }
        forget(stories.ids());
    }

    private void forget(Collection<String> ids) {
        for (String collection : database().listCollectionNames()) {
            if (collection.endsWith("_history")) {
                ids.forEach(id -> database().getCollection(collection)
                        .deleteMany(new Document("_id", new Document("$in", List.of(id + "/1", id + "/2", id + "/3",
                                id + "/4", id + "/5", id + "/6", id + "/7")))));
            } else if (!collection.startsWith("intake") && !collection.startsWith("dead")) {
                database().getCollection(collection).deleteMany(
                        new Document("_id", new Document("$in", new ArrayList<>(ids))));
            }
        }
    }

    /** Events of one record stay in their order, in one partition. */
    private static List<List<EventEnvelope>> spread(List<List<EventEnvelope>> records, Random random, int count) {
        List<List<List<EventEnvelope>>> assigned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assigned.add(new ArrayList<>());
        }
        records.forEach(record -> assigned.get(random.nextInt(count)).add(new ArrayList<>(record)));
        List<List<EventEnvelope>> partitions = new ArrayList<>();
        for (List<List<EventEnvelope>> waiting : assigned) {
            List<EventEnvelope> partition = new ArrayList<>();
            while (!waiting.isEmpty()) {
                List<EventEnvelope> record = waiting.get(random.nextInt(waiting.size()));
                partition.add(record.removeFirst());
                if (record.isEmpty()) {
                    waiting.remove(record);
                }
            }
            partitions.add(partition);
        }
        return partitions;
    }

    private static ConsumerRecord<String, byte[]> kafka(EventEnvelope event) {
        var sent = TestEvents.record("any", event);
        return new ConsumerRecord<>("any", 0, 0, 0L, TimestampType.CREATE_TIME, 0, 0,
                sent.key(), sent.value(), sent.headers(), Optional.empty());
    }
}
