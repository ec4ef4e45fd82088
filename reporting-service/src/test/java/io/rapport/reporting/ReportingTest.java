package io.rapport.reporting;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.intake.Consumers;
import io.rapport.testing.Servers;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.trail.TrailEntry;
import io.rapport.trail.TrailMessages;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The whole service on real servers, in one Spring context for the whole module; topics, database and indexes belong to
 * this run alone. Tests share them, so each makes records of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "management.endpoint.health.show-details=always"})
public abstract class ReportingTest {

    private static final String RUN = "t" + Long.toString(System.currentTimeMillis(), 36);
    private static final Map<String, String> TOPICS = Map.of("customer", RUN + ".customer", "contact", RUN + ".contact",
            "interaction", RUN + ".interaction", "progress", RUN + ".progress", "directory", RUN + ".directory");
    private static final Set<String> ONE_PARTITION = Set.of("progress", "directory");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final OwningService OWNER = new OwningService();
    private static Producer<String, byte[]> producer;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Consumers consumers;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        makeTopics();
        properties.add("rapport.kafka.bootstrap-servers", Servers::kafka);
        properties.add("rapport.kafka.group", () -> RUN);
        TOPICS.forEach((kind, topic) -> properties.add("rapport.topics." + kind, () -> topic));
        properties.add("rapport.topics.trail", () -> RUN + ".trail");
        properties.add("rapport.mongodb.uri", () -> Servers.mongodb(RUN));
        properties.add("rapport.elasticsearch.uri", Servers::elasticsearch);
        properties.add("rapport.elasticsearch.index-prefix", () -> RUN + "-");
        List.of("customer", "contact", "interaction")
                .forEach(owner -> properties.add("rapport.services." + owner, OWNER::address));
        properties.add("rapport.identity.issuer", Tokens::issuer);
        properties.add("rapport.identity.jwk-set-uri", Tokens::jwkSetUri);
    }

    private static synchronized void makeTopics() {
        if (producer != null) {
            return;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            List<NewTopic> topics = TOPICS.entrySet().stream()
                    .map(topic -> new NewTopic(topic.getValue(), ONE_PARTITION.contains(topic.getKey()) ? 1 : 3, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.kafka(),
                ProducerConfig.ACKS_CONFIG, "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** Name of the topic of {@code customer}, {@code contact}, {@code interaction} or {@code progress}. */
    protected static String topic(String kind) {
        return TOPICS.get(kind);
    }

    /** Address of the index of a kind, to do damage to; such as {@code customer}. */
    protected static URI index(String kind) {
        return URI.create(Servers.elasticsearch() + "/" + RUN + "-" + kind + "s-000001");
    }

    /** The database of the read models, to do damage to. */
    protected MongoDatabase database() {
        return database;
    }

    /** Sends events as their services would; returns when Kafka has them. */
    protected static void publish(EventEnvelope... events) {
        Arrays.stream(events).forEach(OWNER::published);
        publish(Arrays.stream(events)
                .map(event -> TestEvents.record(topic(serviceOf(event.type().substring(0, event.type().indexOf('.')))),
                        event))
                .toList());
    }

    /** The service whose topic carries events of a kind is called by the first kind of record that it has. */
    private static String serviceOf(String kind) {
        return TOPICS.containsKey(kind) ? kind : kind.equals("task") ? "interaction" : "customer";
    }

    /**
     * From now on the customer service tells of this segment.
     *
     * @param json as it answers it
     */
    protected static void segment(String id, String json) {
        OWNER.segment(id, json);
    }

    protected static void publish(List<ProducerRecord<String, byte[]>> records) {
        List<? extends Future<?>> sent = records.stream().map(producer::send).toList();
        try {
            for (Future<?> acknowledged : sent) {
                acknowledged.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Reads as the administrator. */
    protected Answer get(String path, String... headers) {
        return getAs(Tokens.administrator(), path, headers);
    }

    /**
     * @param token   of the caller; null for nobody
     * @param headers names and values in turn
     */
    protected Answer getAs(String token, String path, String... headers) {
        return send("GET", port, token, path, headers);
    }

    /** Reads a file as the administrator. */
    protected HttpResponse<byte[]> download(String path, String... headers) {
        return exchange("GET", port, Tokens.administrator(), path, BodyHandlers.ofByteArray(), headers);
    }

    protected Answer post(String path) {
        return send("POST", port, Tokens.administrator(), path);
    }

    /** Asks as the administrator with a body of JSON. */
    protected Answer post(String path, String json, String... headers) {
        return postAs(Tokens.administrator(), path, json, headers);
    }

    protected Answer postAs(String token, String path, String json, String... headers) {
        HttpRequest.Builder request = request(port, token, path, headers)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        return new Answer(exchange(request, BodyHandlers.ofString()));
    }

    /** Reads from the management port, which asks for no token. */
    protected Answer manage(String path) {
        return send("GET", managementPort, null, path);
    }

    /** Reads once the record has come this far. */
    protected Answer getAfter(ConsistencyToken write, String path) {
        return get(path, "Consistency-Token", write.encoded());
    }

    private Answer send(String method, int toPort, String token, String path, String... headers) {
        return new Answer(exchange(method, toPort, token, path, BodyHandlers.ofString(), headers));
    }

    private <T> HttpResponse<T> exchange(String method, int toPort, String token, String path, BodyHandler<T> body,
            String... headers) {
        return exchange(request(toPort, token, path, headers).method(method, HttpRequest.BodyPublishers.noBody()), body);
    }

    private static HttpRequest.Builder request(int toPort, String token, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + toPort + path))
                .timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the trail tells of a request by now. */
    protected List<TrailEntry> noted(String requestId) {
        TopicPartition trail = new TopicPartition(RUN + ".trail", 0);
        List<TrailEntry> noted = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.single("trail-test")) {
            consumer.assign(List.of(trail));
            consumer.seekToBeginning(List.of(trail));
            long end = consumer.endOffsets(List.of(trail)).get(trail);
            while (consumer.position(trail) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> TrailMessages.read(message)
                        .filter(entry -> requestId.equals(entry.requestId())).ifPresent(noted::add));
            }
        }
        return noted;
    }
}
