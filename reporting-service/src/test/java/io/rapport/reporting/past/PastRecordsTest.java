package io.rapport.reporting.past;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import static io.rapport.reporting.TestEvents.LONG_AGO;
import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events of {@link io.rapport.reporting.TestEvents} happen a second apart, the first a second after LONG_AGO. */
class PastRecordsTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String id = newId();

    @BeforeEach
    void aCustomerWithAPast() {
        publish(customerRegistered(id, "华为公司", "{\"city\":\"北京\"}"), customerChanged(id, 2, "{\"city\":\"上海\"}"),
                event("customer.status-changed.v1", id, 3, "{\"from\":\"POTENTIAL\",\"to\":\"CLOSED_WON\"}"),
                customerChanged(id, 4, "{\"city\":\"深圳\"}"), event("customer.archived.v1", id, 5, "{}"));
        await().atMost(SOON).until(() ->
                getAfter(new ConsistencyToken("customer", id, 5), "/api/customers/" + id).status() == 200);
    }

    @Test
    void aRecordIsShownAsItWasThen() {
        Answer answer = asOf(LONG_AGO.plusSeconds(3));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).contains("\"3\"");
        JsonNode customer = answer.json();
        assertThat(customer.get("city").asString()).isEqualTo("上海");
        assertThat(customer.get("salesStatus").asString()).isEqualTo("CLOSED_WON");
        assertThat(customer.get("lifecycleStage").asString()).isEqualTo("RETENTION");
        assertThat(customer.get("version").asLong()).isEqualTo(3);
        assertThat(customer.get("archived").asBoolean()).isFalse();
        assertThat(customer.get("createdAt").asString()).isEqualTo("2026-01-01T08:00:01Z");
        assertThat(customer.get("updatedAt").asString()).isEqualTo("2026-01-01T08:00:03Z");
    }

    @Test
    void whatChangesByThePassingOfTimeIsOfThatDay() {
        assertThat(asOf(LONG_AGO.plusSeconds(60)).json().get("activity").asString()).isEqualTo("ACTIVE");
        assertThat(asOf(Instant.parse("2026-07-01T00:00:00Z")).json().get("activity").asString()).isEqualTo("DORMANT");
    }

    @Test
    void nowIsThePresent() {
        JsonNode present = get("/api/customers/" + id).json();

        assertThat(asOf(Instant.now()).json()).isEqualTo(present);
    }

    @Test
    void beforeItsFirstEventThereIsNoRecord() {
        Answer answer = asOf(LONG_AGO);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("unknown");
    }

    @Test
    void aMomentToComeIsRefused() {
        Answer answer = asOf(Instant.now().plusSeconds(60));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("as-of-in-future");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("asOf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-01-31", "2026-02-31T00:00:00Z", "1767254400", "2026-01-31T08:00:00"})
    void whatIsNoMomentIsRefused(String moment) {
        Answer answer = get("/api/customers/" + id + "?asOf=" + moment);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("expected-instant");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("asOf");
    }

    @Test
    void fieldsAreChosenAsForThePresent() {
        JsonNode customer = get("/api/customers/" + id + "?fields=city&asOf=" + LONG_AGO.plusSeconds(1)).json();

        assertThat(customer.propertyNames()).containsExactlyInAnyOrder("id", "version", "access", "city");
        assertThat(customer.get("city").asString()).isEqualTo("北京");
    }

    @Test
    void whoMayNotSeeTheRecordDoesNotSeeItsPast() {
        String path = "/api/customers/" + id + "?asOf=" + LONG_AGO.plusSeconds(1);

        assertThat(getAs(null, path).status()).isEqualTo(401);
        assertThat(getAs(Tokens.of(Role.ANALYST, "analyst", null), path).status()).isEqualTo(200);
    }

    @Test
    void aLongPastIsReadInPortions() {
        String busy = newId();
        publish(customerRegistered(busy, "Busy"));
        publish(IntStream.rangeClosed(2, 2_500).mapToObj(sequence ->
                customerChanged(busy, sequence, "{\"city\":\"%d\"}".formatted(sequence))).toArray(EventEnvelope[]::new));
        await().atMost(SOON).until(() ->
                getAfter(new ConsistencyToken("customer", busy, 2_500), "/api/customers/" + busy).status() == 200);

        assertThat(get("/api/customers/" + busy + "?asOf=" + LONG_AGO.plusSeconds(2_100)).json().get("city").asString())
                .isEqualTo("2100");
    }

    @Test
    void contactsHaveAPastToo() {
        String contact = newId();
        publish(event("contact.registered.v1", contact, 1, "{\"facts\":{\"name\":\"张三\",\"position\":\"采购\"}}"),
                event("contact.changed.v1", contact, 2, "{\"changed\":{\"position\":\"总监\"}}"));
        getAfter(new ConsistencyToken("contact", contact, 2), "/api/contacts/" + contact);

        assertThat(get("/api/contacts/" + contact + "?asOf=" + LONG_AGO.plusSeconds(1)).json().get("position")
                .asString()).isEqualTo("采购");
    }

    private Answer asOf(Instant moment) {
        return get("/api/customers/" + id + "?asOf=" + moment);
    }
}
