package io.rapport.knowncustomers;

import io.rapport.testing.Servers;
import io.rapport.topics.TopicFollower;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is known of customers follows from their events, however often and in whatever batches they come. */
class KnownCustomersTest {

    private static final Servers.Database DATABASE =
            Servers.postgres("known_" + UUID.randomUUID().toString().replace("-", ""));
    private static final DriverManagerDataSource SOURCE =
            new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
    private static final JdbcClient JDBC = JdbcClient.create(SOURCE);

    private final KnownCustomerTable table = new KnownCustomerTable(JDBC);
    private final CustomerIntake intake = new CustomerIntake(table, new KnownCustomerNames(JDBC),
            new KnownCustomFields(JDBC), new TransactionTemplate(new DataSourceTransactionManager(SOURCE)));

    @BeforeEach
    void emptyTables() throws IOException {
        JDBC.sql("DROP TABLE IF EXISTS known_customer, known_customer_position, known_custom_field, known_customer_name")
                .update();
        for (String file : List.of("V20261122_97__known_customer.sql", "V20261122_620__known_custom_fields_and_names.sql")) {
            JDBC.sql(new ClassPathResource("db/migration/knowncustomers/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)).update();
        }
    }

    @Test
    void everythingOfInterestIsFollowed() {
        intake.store(List.of(event("a", 1, "registered", "{\"owner\":\"zhangsan\",\"team\":\"/east\"}"),
                event("a", 2, "changed", "{\"changed\":{\"name\":\"x\"}}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", "zhangsan", false, null, false, 1));

        intake.store(List.of(event("a", 3, "owner-assigned", "{}"), event("a", 4, "archived", "{}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", null, true, null, false, 4));

        intake.store(List.of(event("a", 5, "restored", "{}"),
                event("a", 6, "absorbed", "{\"from\":\"b\",\"assigned\":{\"owner\":\"lisi\"}}"),
                event("a", 7, "released", "{\"from\":\"b\"}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", "lisi", false, null, false, 6));

        intake.store(List.of(event("a", 8, "merged", "{\"into\":\"c\"}")));
        assertThat(table.findAnswering("a")).as("the survivor is not known yet").isEmpty();
        intake.store(List.of(event("c", 1, "registered", "{\"owner\":\"wangwu\"}")));
        assertThat(table.findAnswering("a")).hasValueSatisfying(
                answering -> assertThat(answering.owner()).isEqualTo("wangwu"));

        intake.store(List.of(event("a", 9, "unmerged", "{\"from\":\"c\"}"), event("a", 10, "withdrawn", "{}")));
        assertThat(table.findAnswering("a")).isEmpty();
    }

    @RepeatedTest(20)
    void repeatedAndLateBatchesChangeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CustomerTopicMessage> all = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            all.add(event(id, 1, "registered", "{\"owner\":\"u0\"}"));
            for (int sequence = 2; sequence < 12; sequence++) {
                all.add(switch (random.nextInt(4)) {
                    case 0 -> event(id, sequence, "owner-assigned", "{\"owner\":\"u" + sequence + "\"}");
                    case 1 -> event(id, sequence, random.nextBoolean() ? "archived" : "restored", "{}");
                    case 2 -> event(id, sequence, "merged", "{\"into\":\"d\"}");
                    default -> event(id, sequence, "changed", "{}");
                });
            }
        }
        intake.store(all);
        Map<String, KnownCustomer> wanted = table.find(List.of("a", "b", "c"));

        for (int i = 0; i < 5; i++) {
            int from = random.nextInt(all.size());
            intake.store(all.subList(from, from + 1 + random.nextInt(all.size() - from)));
        }

        assertThat(table.find(List.of("a", "b", "c"))).isEqualTo(wanted);
    }

    @Test
    void theReplicaIsFilledFromTheTopicAndGoesOnWhereItStands() throws Exception {
        String topic = "crm.customer.v1." + UUID.randomUUID();
        make(topic, 3);
        send(topic, event("a", 1, "registered", "{\"owner\":\"zhangsan\"}"), event("b", 1, "registered", "{}"),
                event("c", 1, "registered", "{\"owner\":\"lisi\"}"), event("b", 2, "merged", "{\"into\":\"c\"}"));
        following(topic, follower -> {
            await().until(follower::hasCaughtUp);
            assertThat(table.findAnswering("b")).contains(new KnownCustomer("c", "lisi", false, null, false, 1));
            send(topic, event("a", 2, "owner-assigned", "{\"owner\":\"wangwu\"}"));
            await().until(() -> "wangwu".equals(known("a").owner()));
        });
        Map<Integer, Long> positions = table.positions();
        assertThat(positions.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(5);

        JDBC.sql("DELETE FROM known_customer WHERE id = 'a'").update();
        send(topic, event("d", 1, "registered", "{}"));
        following(topic, follower -> await().until(() -> known("d") != null));
        assertThat(known("a")).as("what was read is not read again").isNull();

        String another = "crm.customer.v1." + UUID.randomUUID();
        make(another, 3);
        send(another, event("a", 3, "registered", "{\"owner\":\"sunqi\"}"));
        following(another, follower -> await().until(() -> known("a") != null));
    }

    private void following(String topic, ThrowingConsumer<TopicFollower> meanwhile) throws Exception {
        TopicFollower follower = new TopicFollower(new TopicFollower.Source(Servers.kafka(), topic, "test"), intake);
        follower.start();
        try {
            meanwhile.accept(follower);
        } finally {
            follower.stop();
        }
    }

    @FunctionalInterface
    private interface ThrowingConsumer<T> {

        void accept(T value) throws Exception;
    }

    private static void make(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        }
    }

    private static void send(String topic, CustomerTopicMessage... messages) throws Exception {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", Servers.kafka()),
                new StringSerializer(), new ByteArraySerializer())) {
            for (CustomerTopicMessage message : messages) {
                var sent = new ProducerRecord<>(topic, message.id(), JsonMapper.shared().writeValueAsBytes(message.data()));
                sent.headers().add("ce_type", message.type().getBytes(StandardCharsets.UTF_8))
                        .add("ce_sequence", Long.toString(message.sequence()).getBytes(StandardCharsets.UTF_8));
                producer.send(sent).get();
            }
        }
    }

    private KnownCustomer known(String id) {
        return table.find(List.of(id)).get(id);
    }

    private static CustomerTopicMessage event(String id, long sequence, String type, String data) {
        return new CustomerTopicMessage(id, "customer." + type + ".v1", sequence, JsonMapper.shared().readTree(data));
    }
}
