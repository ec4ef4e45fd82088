package io.rapport.reporting.intake;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadLettersTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String id = newId();

    @Test
    void anEventThatMakesNoSenseStopsItsRecordOnly() {
        String other = newId();
        publish(customerRegistered(id, "Stopped"), customerChanged(id, 2, "{\"founded\":\"the day before 张三\"}"),
                customerChanged(id, 3, "{\"city\":\"上海\"}"), customerRegistered(other, "Goes on"),
                customerChanged(other, 2, "{\"city\":\"上海\"}"));

        assertThat(getAfter(write(other, 2), "/api/customers/" + other).json().get("city").asString()).isEqualTo("上海");
        await().atMost(SOON).until(() -> letter(2).isPresent() && letter(3).isPresent());
        assertThat(letter(2).orElseThrow().get("cause").asString()).isEqualTo("UNPROJECTABLE");
        assertThat(letter(2).orElseThrow().get("detail").asString()).contains("founded").doesNotContain("张三");
        assertThat(letter(3).orElseThrow().get("cause").asString()).isEqualTo("QUEUED");
        assertThat(get("/api/customers/" + id).json().get("version").asLong()).isEqualTo(1);

        Answer retry = post("/api/admin/dead-letters/" + idOf(2) + "/retry");

        assertThat(retry.status()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(letter(2).orElseThrow().get("attempts").asInt()).isEqualTo(2);
            assertThat(letter(2).orElseThrow().get("retrying").asBoolean()).isFalse();
        });
    }

    @Test
    void eventsBehindAHoleWaitForTheMissingOne() {
        publish(customerRegistered(id, "Patient"), customerChanged(id, 3, "{\"city\":\"深圳\"}"),
                customerChanged(id, 4, "{\"region\":\"华南\"}"));
        await().atMost(SOON).until(() -> letter(3).isPresent() && letter(4).isPresent());
        assertThat(letter(3).orElseThrow().get("cause").asString()).isEqualTo("GAP");

        publish(customerChanged(id, 2, "{\"phone\":\"95588\"}"));

        JsonNode customer = getAfter(write(id, 4), "/api/customers/" + id).json();
        assertThat(customer.get("phone").asString()).isEqualTo("95588");
        assertThat(customer.get("region").asString()).isEqualTo("华南");
        await().atMost(SOON).until(() -> letter(3).isEmpty() && letter(4).isEmpty());
    }

    @Test
    void aHoleInTheDocumentIsMendedFromTheTopic() {
        publish(customerRegistered(id, "Torn"), customerChanged(id, 2, "{\"city\":\"深圳\"}"));
        getAfter(write(id, 2), "/api/customers/" + id);
        database().getCollection("customers").deleteOne(new Document("_id", id));

        publish(customerChanged(id, 3, "{\"region\":\"华南\"}"));

        JsonNode customer = getAfter(write(id, 3), "/api/customers/" + id).json();
        assertThat(customer.get("name").asString()).isEqualTo("Torn");
        assertThat(customer.get("city").asString()).isEqualTo("深圳");
        assertThat(letter(3)).isEmpty();
    }

    @Test
    void whatIsNoEventIsParkedByItself() {
        publish(List.of(new ProducerRecord<>(topic("customer"), id, "not an event".getBytes(StandardCharsets.UTF_8))));
        publish(customerRegistered(id, "Unharmed"));

        assertThat(getAfter(write(id, 1), "/api/customers/" + id).status()).isEqualTo(200);
        await().atMost(SOON).until(() -> StreamSupport.stream(letters().spliterator(), false)
                .anyMatch(letter -> letter.get("cause").asString().equals("UNREADABLE")));
        assertThat(post("/api/admin/dead-letters/retry-all").status()).isEqualTo(202);
    }

    @Test
    void knowsNothingOfAnUnknownLetter() {
        assertThat(get("/api/admin/dead-letters/none").status()).isEqualTo(404);
        assertThat(post("/api/admin/dead-letters/none/retry").status()).isEqualTo(404);
        assertThat(get("/api/admin/dead-letters?size=0").status()).isEqualTo(400);
    }

    @Test
    void otherKindsOfRecordComeInLikewise() {
        String interaction = newId();
        publish(event("contact.registered.v1", id, 1, "{\"facts\":{\"name\":\"李四\",\"position\":\"采购\"}}"),
                event("contact.changed.v1", id, 2,
                        "{\"changed\":{\"phone\":\"13800000001\"},\"cleared\":[\"position\"]}"),
                event("interaction.recorded.v1", interaction, 1, "{\"facts\":{\"kind\":\"CALL\",\"subject\":\"报价\","
                        + "\"time\":\"2026-03-01T08:00:00.123456Z\",\"contactId\":\"" + id + "\"}}"),
                event("interaction.deleted.v1", interaction, 2, "{}"));

        JsonNode contact = getAfter(new ConsistencyToken("contact", id, 2), "/api/contacts/" + id).json();
        assertThat(contact.get("phone").asString()).isEqualTo("13800000001");
        assertThat(contact.has("position")).isFalse();
        JsonNode call = getAfter(new ConsistencyToken("interaction", interaction, 2),
                "/api/interactions/" + interaction).json();
        assertThat(call.get("kind").asString()).isEqualTo("CALL");
        assertThat(call.get("time").asString()).isEqualTo("2026-03-01T08:00:00.123Z");
        assertThat(call.get("archived").asBoolean()).isTrue();
    }

    private Optional<JsonNode> letter(long sequence) {
        Answer answer = get("/api/admin/dead-letters/" + idOf(sequence));
        return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
    }

    private String idOf(long sequence) {
        return "customer:" + id + ":" + sequence;
    }

    private JsonNode letters() {
        return get("/api/admin/dead-letters?size=200").json().get("items");
    }

    private static ConsistencyToken write(String id, long sequence) {
        return new ConsistencyToken("customer", id, sequence);
    }
}
