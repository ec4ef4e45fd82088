package io.rapport.topics;

import io.rapport.testing.Servers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** On a real broker. */
class TopicFollowerTest {

    private static final Map<String, Object> CLIENT = Map.of("bootstrap.servers", Servers.kafka());

    private final String topic = "followed-" + UUID.randomUUID();
    private final Memory memory = new Memory();
    private TopicFollower follower = follower();

    /** Keeps what it took in lists, and where it stands. */
    private static final class Memory implements TopicReader {

        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final List<String> caughtUpAfter = new CopyOnWriteArrayList<>();
        private final Map<Integer, Long> positions = new HashMap<>();
        private volatile String failsOnceAt;
        private volatile String goesBackAt;

        @Override
        public Map<Integer, Long> begin(Map<Integer, Long> ends) {
            Map<Integer, Long> begin = new HashMap<>();
            ends.keySet().forEach(partition -> begin.put(partition, positions.getOrDefault(partition, 0L)));
            return begin;
        }

        @Override
        public Map<Integer, Long> take(List<ConsumerRecord<String, byte[]>> messages) {
            for (ConsumerRecord<String, byte[]> message : messages) {
                String text = new String(message.value(), StandardCharsets.UTF_8);
                if (text.equals(failsOnceAt)) {
                    failsOnceAt = null;
                    throw new IllegalStateException("the disk is full");
                }
                taken.add(text);
                if (text.equals(goesBackAt)) {
                    goesBackAt = null;
                    return Map.of(message.partition(), message.offset());
                }
                positions.put(message.partition(), message.offset() + 1);
            }
            return Map.of();
        }

        @Override
        public void caughtUp() {
            caughtUpAfter.add(taken.toString());
        }
    }

    @AfterEach
    void stop() {
        follower.stop();
    }

    @Test
    void aTopicIsAwaitedReadFromTheBeginningAndFollowed() throws Exception {
        follower.start();
        assertThat(follower.hasCaughtUp()).isFalse();
        made(3);
        send("a", "b", "c");

        await().untilAsserted(() -> assertThat(memory.taken).containsExactlyInAnyOrder("a", "b", "c"));
        await().until(follower::hasCaughtUp);
        send("d");
        await().until(() -> memory.taken.contains("d"));
        assertThat(memory.caughtUpAfter).hasSize(1);
    }

    @Test
    void readingGoesOnWhereTheReaderStands() throws Exception {
        made(1);
        send("a", "b");
        follower.start();
        await().until(() -> memory.caughtUpAfter.equals(List.of("[a, b]")));
        follower.stop();
        assertThat(follower.isRunning()).isFalse();
        send("c");

        follower = follower();
        follower.start();

        await().until(() -> memory.caughtUpAfter.equals(List.of("[a, b]", "[a, b, c]")));
    }

    @Test
    void whatFailsIsTakenAgain() throws Exception {
        made(1);
        memory.failsOnceAt = "b";
        memory.goesBackAt = "c";
        send("a", "b", "c", "d");

        follower.start();

        await().untilAsserted(() -> assertThat(memory.taken).containsExactly("a", "b", "c", "c", "d"));
    }

    @Test
    void withoutKafkaItStops() {
        follower = new TopicFollower(new TopicFollower.Source("127.0.0.1:1", topic, "test"), memory);
        follower.start();
        follower.stop();
        assertThat(follower.isRunning()).isFalse();
        assertThat(follower.hasCaughtUp()).isFalse();
    }

    private TopicFollower follower() {
        return new TopicFollower(new TopicFollower.Source(Servers.kafka(), topic, "test"), memory);
    }

    private void made(int partitions) throws Exception {
        try (Admin admin = Admin.create(CLIENT)) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        }
    }

    private void send(String... texts) throws Exception {
        try (var producer = new KafkaProducer<>(CLIENT, new StringSerializer(), new ByteArraySerializer())) {
            for (String text : texts) {
                producer.send(new ProducerRecord<>(topic, text, text.getBytes(StandardCharsets.UTF_8))).get();
            }
        }
    }
}
