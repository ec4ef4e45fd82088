package io.rapport.rights.autoconfiguration;

import io.rapport.contracts.rights.Role;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Kind;
import io.rapport.rights.Reach;
import io.rapport.testing.Servers;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.Caller;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class DirectoryFeedTest {

    private static final Caller REP =
            new Caller("zhangsan", Set.of(Role.REP), "/east/shanghai", Role.REP.scopes());

    private final String topic = "directory." + UUID.randomUUID();
    private final DirectoryFeed feed = new DirectoryFeed(Servers.kafka(), topic, DeclaredRights.get().table());
    private final CallerRights rights = new CallerRights(feed);

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void nobodyIsLetInBeforeItWasRead() {
        assertThatThrownBy(() -> rights.of(REP)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.status().value()).isEqualTo(503));

        start();

        assertThat(rights.of(REP).reach(Kind.CUSTOMER, Action.READ)).isEqualTo(Reach.TEAM);
    }

    @Test
    void aChangeTakesEffectWithinFiveSeconds() {
        start();
        define("user:zhangsan", """
                {"displayName":"张三","roles":["manager"],"team":"/east","active":true}""");
        define("user:wangwu", """
                {"roles":["rep"],"team":"/east/shanghai","active":true}""");

        soon(() -> {
            assertThat(rights.of(REP).reach(Kind.CUSTOMER, Action.READ)).isEqualTo(Reach.TREE);
            assertThat(rights.of(REP).owners(Kind.CUSTOMER, Action.READ).include("wangwu")).isTrue();
            assertThat(rights.of(REP).displayName()).isEqualTo("张三");
        });
        define("user:wangwu", """
                {"roles":["rep"],"team":"/north","active":true}""");
        soon(() -> assertThat(rights.of(REP).owners(Kind.CUSTOMER, Action.READ).include("wangwu")).isFalse());
    }

    @Test
    void whatCannotBeReadTakesRightsAway() {
        start();
        define("user:zhangsan", "not JSON");
        soon(() -> assertThat(rights.of(REP).may(Kind.CUSTOMER, Action.READ)).isFalse());

        define("rights:table", """
                {"table":{"rep":{"kinds":{"customer":{"read":"everything"}}}}}""");
        soon(() -> assertThat(feed.known()).isEmpty());

        define("rights:table", """
                {"table":{"administrator":{"kinds":{"customer":{"read":"all"}}}}}""");
        soon(() -> assertThat(feed.known()).isPresent());
    }

    @Test
    void whoComesLaterReadsTheSame() {
        define("user:zhangsan", """
                {"roles":["analyst"],"active":true}""");
        define("user:zhangsan", """
                {"roles":["service"],"active":true}""");

        start();

        assertThat(rights.of(REP).roles()).containsExactly(Role.SERVICE);
    }

    private void start() {
        feed.afterPropertiesSet();
        feed.start();
    }

    private void define(String key, String data) {
        DirectoryFeed maker = new DirectoryFeed(Servers.kafka(), topic, DeclaredRights.get().table());
        if (feed.known().isEmpty()) {
            maker.afterPropertiesSet();
            maker.start();
            maker.stop();
        }
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.kafka()),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void soon(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(check);
    }
}
