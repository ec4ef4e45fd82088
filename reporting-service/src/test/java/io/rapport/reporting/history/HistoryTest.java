package io.rapport.reporting.history;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.ReportingTest;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.intake.ChangeLog;
import io.rapport.reporting.intake.FoldedEvent;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import static io.rapport.reporting.TestEvents.because;
import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest extends ReportingTest {

    @Autowired
    private ChangeLog changeLog;

    @Autowired
    private CustomerReadModel model;

    private final String id = newId();
    private final String path = "/api/customers/" + id + "/history";

    @Test
    void tellsWhoChangedWhatWhenWhyAndWhereItCameFrom() {
        publish(because(customerRegistered(id, "华为", "{\"phone\":\"95588\"}"), null, "import customer-1 row 7"),
                because(customerChanged(id, 2, "{\"phone\":\"95599\"}"), "号码已更换", "request"));

        Answer answer = getAfter(customer(2), path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Data-Lag")).isPresent();
        List<JsonNode> items = items(answer);
        JsonNode newest = items.getFirst();
        assertThat(newest.propertyNames())
                .containsExactly("field", "old", "new", "who", "when", "why", "source");
        assertThat(newest.get("field").asString()).isEqualTo("phone");
        assertThat(newest.get("old").asString()).isEqualTo("95588");
        assertThat(newest.get("new").asString()).isEqualTo("95599");
        assertThat(newest.get("who").asString()).isEqualTo("zhangsan");
        assertThat(newest.get("when").asString()).isEqualTo("2026-01-01T08:00:02Z");
        assertThat(newest.get("why").asString()).isEqualTo("号码已更换");
        assertThat(newest.get("source").asString()).isEqualTo("request");
        assertThat(items.stream().skip(1)).allSatisfy(given -> {
            assertThat(given.get("old").isNull()).isTrue();
            assertThat(given.get("why").isNull()).isTrue();
            assertThat(given.get("source").asString()).isEqualTo("import customer-1 row 7");
        });
        assertThat(fields(items)).containsExactlyInAnyOrder("phone", "phone", "number", "name", "type", "level",
                "salesStatus", "owner", "team");
        assertThat(answer.json().has("nextCursor")).isFalse();
    }

    @Test
    void tellsEveryKindOfChange() {
        publish(customerRegistered(id, "A", """
                        {"tags":["x"],"address":{"registered":"1","delivery":"2"},"city":"北京"}"""),
                customerChanged(id, 2, """
                        {"tags":["x","y"],"address":{"registered":"1","delivery":"3"},
                         "annualRevenue":{"amount":"5.00","currency":"CNY"}}"""),
                event("customer.changed.v1", id, 3, "{\"number\":\"007\",\"cleared\":[\"city\",\"address.delivery\"]}"),
                event("customer.owner-assigned.v1", id, 4, "{\"owner\":null,\"team\":\"/north\"}"),
                event("customer.status-changed.v1", id, 5, "{\"from\":\"POTENTIAL\",\"to\":\"LOST\"}"),
                event("customer.activity-changed.v1", id, 6, "{\"to\":\"CLOSED\"}"),
                event("customer.activity-changed.v1", id, 7, "{}"),
                event("customer.of-tomorrow.v1", id, 8, "{}"),
                event("customer.archived.v1", id, 9, "{}"),
                event("customer.restored.v1", id, 10, "{}"));

        String number = Integer.toString(Math.abs(id.hashCode()));
        assertThat(items(getAfter(customer(10), path)).stream().map(HistoryTest::change).limit(13)).containsExactly(
                "archived true → false",
                "archived false → true",
                "activity \"CLOSED\" → null",
                "activity null → \"CLOSED\"",
                "salesStatus \"POTENTIAL\" → \"LOST\"",
                "team \"/east/shanghai\" → \"/north\"",
                "owner \"zhangsan\" → null",
                "number \"" + number + "\" → \"007\"",
                "city \"北京\" → null",
                "address.delivery \"3\" → null",
                "annualRevenue null → {\"amount\":\"5.00\",\"currency\":\"CNY\"}",
                "address.delivery \"2\" → \"3\"",
                "tags [\"x\"] → [\"x\",\"y\"]");
    }

    @Test
    void tellsTheHistoryOfOneField() {
        publish(customerRegistered(id, "A", "{\"phone\":\"95588\",\"address\":{\"registered\":\"1\"}}"),
                customerChanged(id, 2, "{\"phone\":\"95599\"}"),
                customerChanged(id, 3, "{\"address\":{\"registered\":\"2\"}}"));

        assertThat(items(getAfter(customer(3), path + "?field=phone")).stream().map(HistoryTest::change))
                .containsExactly("phone \"95588\" → \"95599\"", "phone null → \"95588\"");
        assertThat(fields(items(get(path + "?field=address")))).containsOnly("address.registered").hasSize(2);
        assertThat(items(get(path + "?field=address.delivery"))).isEmpty();
        Answer unknown = get(path + "?field=nmae", "Accept-Language", "zh-CN");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("history-field-unknown", "变更历史");
    }

    @Test
    void pagesOfAnySizeJoinToTheWhole() {
        List<EventEnvelope> events = new ArrayList<>(List.of(customerRegistered(id, "A")));
        LongStream.rangeClosed(2, 12).forEach(sequence -> events.add(customerChanged(id, sequence,
                "{\"phone\":\"9558" + sequence + "\",\"city\":\"" + sequence + "\"}")));
        publish(events.toArray(EventEnvelope[]::new));
        List<JsonNode> whole = items(getAfter(customer(12), path + "?size=200"));

        for (int size : new int[] {1, 3, 4, 50}) {
            List<JsonNode> joined = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                Answer page = get(path + "?size=" + size + cursor);
                assertThat(items(page)).hasSizeLessThanOrEqualTo(size).isNotEmpty();
                joined.addAll(items(page));
                cursor = page.json().has("nextCursor") ? "&cursor=" + page.json().get("nextCursor").asString() : null;
            }
            assertThat(joined).isEqualTo(whole);
        }
        for (String bad : List.of("?size=0", "?size=201", "?size=x", "?cursor=%7B", "?cursor=bm9uZQ")) {
            assertThat(get(path + bad).status()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void contactsAndInteractionsHaveOneToo() {
        publish(event("contact.registered.v1", id, 1, "{\"facts\":{\"name\":\"李四\"}}"),
                event("contact.changed.v1", id, 2, "{\"changed\":{\"position\":\"CTO\"}}"));
        String call = newId();
        publish(event("interaction.recorded.v1", call, 1, "{\"facts\":{\"kind\":\"CALL\",\"subject\":\"s\"}}"),
                event("interaction.corrected.v1", call, 2, "{\"changed\":{\"subject\":\"t\"}}"),
                because(event("interaction.deleted.v1", call, 3, "{}"), "twice", "request"));

        assertThat(items(getAfter(new ConsistencyToken("contact", id, 2), "/api/contacts/" + id + "/history")).stream()
                .map(HistoryTest::change)).containsExactly("position null → \"CTO\"", "name null → \"李四\"");
        List<JsonNode> items = items(getAfter(new ConsistencyToken("interaction", call, 3),
                "/api/interactions/" + call + "/history"));
        assertThat(items.stream().map(HistoryTest::change).limit(2))
                .containsExactly("archived false → true", "subject \"s\" → \"t\"");
        assertThat(items.getFirst().get("why").asString()).isEqualTo("twice");
    }

    @Test
    void whatWasToldBeforeACrashIsNeitherSeenTooEarlyNorToldTwice() {
        EventEnvelope first = customerRegistered(id, "A");
        EventEnvelope second = customerChanged(id, 2, "{\"city\":\"上海\"}");
        CustomerProfile registered = fold(null, first);
        List<FoldedEvent> told = List.of(new FoldedEvent(first, null, registered),
                new FoldedEvent(second, registered, fold(registered, second)));
        changeLog.store(RecordKind.CUSTOMER, told);
        changeLog.store(RecordKind.CUSTOMER, told);

        assertThat(get(path).status()).isEqualTo(404);
        publish(first);
        assertThat(fields(items(getAfter(customer(1), path)))).contains("name").doesNotContain("city");
        publish(second, first, second, customerChanged(id, 3, "{\"city\":\"北京\"}"));
        assertThat(items(getAfter(customer(3), path + "?field=city")).stream().map(HistoryTest::change))
                .containsExactly("city \"上海\" → \"北京\"", "city null → \"上海\"");
    }

    @Test
    void showsNothingOfARecordThatTheCallerMaySeeNothingOf() {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(getAs(null, path).status()).isEqualTo(401);
        publish(customerRegistered(id, "A"));
        assertThat(getAfter(customer(1), path).status()).isEqualTo(200);
        assertThat(getAs(Tokens.rep(), path).status()).isEqualTo(getAs(Tokens.rep(), "/api/customers/" + id).status());
        assertThat(getAfter(customer(2), path).status()).isEqualTo(503);
    }

    private CustomerProfile fold(CustomerProfile before, EventEnvelope event) {
        try {
            return model.fold(before, event);
        } catch (UnprojectableEvent unprojectable) {
            throw new AssertionError(unprojectable);
        }
    }

    private ConsistencyToken customer(long sequence) {
        return new ConsistencyToken("customer", id, sequence);
    }

    private static List<JsonNode> items(Answer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.json().get("items").forEach(items::add);
        return items;
    }

    private static List<String> fields(List<JsonNode> items) {
        return items.stream().map(item -> item.get("field").asString()).toList();
    }

    private static String change(JsonNode item) {
        return item.get("field").asString() + ' ' + item.get("old") + " → " + item.get("new");
    }
}
