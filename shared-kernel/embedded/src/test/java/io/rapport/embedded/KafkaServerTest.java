package io.rapport.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerFolder.class)
class KafkaServerTest {

    private static final String TOPIC = "crm.customer.v1";

    @Test
    void everyAcknowledgedRecordSurvivesAKill(Path folder) throws Exception {
        KafkaServer server = new KafkaServer(folder, Loopback.freePort(), Loopback.freePort(),
            JavaRuntime.ofThisProcess());
        try (RunningServer running = RunningServer.start(server, folder)) {
            try (Admin admin = Admin.create(client(server))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) -1))).all().get();
            }
            try (KafkaProducer<String, String> producer =
                     new KafkaProducer<>(client(server), new StringSerializer(), new StringSerializer())) {
                for (int number = 0; number < 100; number++) {
                    producer.send(new ProducerRecord<>(TOPIC, "id", "event " + number)).get();
                }
            }

            running.kill();
            running.start();

            assertThat(values(server, 100)).hasSize(100).startsWith("event 0").endsWith("event 99");
            running.stop();
        }
    }

    private static List<String> values(KafkaServer server, int expected) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                 new KafkaConsumer<>(client(server), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int poll = 0; poll < 100 && values.size() < expected; poll++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static Map<String, Object> client(KafkaServer server) {
        return Map.of("bootstrap.servers", server.bootstrapServers());
    }
}
