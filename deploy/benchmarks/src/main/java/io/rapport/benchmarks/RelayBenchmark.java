package io.rapport.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stored events to Kafka, against a bare producer that sends as many records of the same size. */
final class RelayBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 12;
    private static final int BYTES_OF_AN_EVENT = 900;
    private static final int TOGETHER = 500;

    private static final String BARE_TOPIC = CustomerCommandSide.TOPIC + ".bare";

    private final CustomerCommandSide commandSide;
    private final String kafka;

    RelayBenchmark(CustomerCommandSide commandSide, String kafka) {
        this.commandSide = commandSide;
        this.kafka = kafka;
    }

    void measure(int events, Report report) throws ExecutionException, InterruptedException, SQLException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(BARE_TOPIC, PARTITIONS, (short) 1))).all().get();
            commandSide.stopRelay();
            for (int written = 0; written < events; written += TOGETHER) {
                commandSide.registerTogether(TOGETHER);
            }
            double bare = events / bareProducer(events);
            long stored = stored();
            long backlog = stored - size(admin);
            long start = System.nanoTime();
            commandSide.startRelay();
            Wait.until(PATIENCE, backlog + " events in Kafka", () -> size(admin) >= stored ? true : null);
            double relayed = backlog / ((System.nanoTime() - start) / 1e9);
            report.add(Measurement.atLeast("relay against a bare producer", relayed / bare, "ratio", null,
                    "%,.0f events/s of %,.0f records/s".formatted(relayed, bare)));
        }
    }

    private long stored() throws SQLException {
        try (var connection = commandSide.database().getConnection(); var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM domain_event")) {
            count.next();
            return count.getLong(1);
        }
    }

    private double bareProducer(int records) {
        byte[] value = new byte[BYTES_OF_AN_EVENT];
        var settings = Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            send(producer, value, records / 10);
            long start = System.nanoTime();
            send(producer, value, records);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, byte[] value, int records) {
        List<CompletableFuture<Void>> acknowledged = IntStream.range(0, records).mapToObj(number -> {
            var done = new CompletableFuture<Void>();
            producer.send(new ProducerRecord<>(BARE_TOPIC, Integer.toString(number), value),
                    (metadata, failure) -> {
                        if (failure == null) {
                            done.complete(null);
                        } else {
                            done.completeExceptionally(failure);
                        }
                    });
            return done;
        }).toList();
        acknowledged.forEach(CompletableFuture::join);
    }

    private static long size(Admin admin) {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toMap(
                partition -> new TopicPartition(CustomerCommandSide.TOPIC, partition), partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream().mapToLong(end -> end.offset()).sum();
        } catch (ExecutionException notThere) {
            throw new IllegalStateException(notThere.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
