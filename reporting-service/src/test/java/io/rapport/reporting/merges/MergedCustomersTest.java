package io.rapport.reporting.merges;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two customers, a third, and a contact of the first: merged, chained, parted. */
class MergedCustomersTest extends ReportingTest {

    private final String first = newId();
    private final String second = newId();
    private final String third = newId();
    private final String contact = newId();

    @Test
    void aMergedCustomerLeavesListsAndNamesWhoAnswersForIt() {
        registered();
        merged(first, 2, second, 2, "\"" + first + "\"");
        ConsistencyToken[] writes = {customer(first, 2), customer(second, 2), customer(third, 1)};

        Answer answer = get("/api/customers/" + first, tokens(writes));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(410);
        assertThat(answer.json().get("mergedInto").asString()).isEqualTo(second);
        assertThat(ids(get(ofThese(), tokens(writes)))).containsExactlyInAnyOrder(second, third);
        assertThat(ids(get(ofThese() + "&archived=include", tokens(writes))))
                .containsExactlyInAnyOrder(second, third);
        assertThat(get("/api/customers/" + second).json().get("absorbed").get(0).asString()).isEqualTo(first);
        assertThat(get("/api/customers/" + first + "/history").status()).isEqualTo(200);
    }

    @Test
    void whatBelongsToAMergedCustomerFollowsTheLastOfTheChainAndComesBack() {
        // The contact's event arrives before its customer's, the merges before either is registered.
        publish(event("contact.registered.v1", contact, 1,
                "{\"facts\":{\"name\":\"张三\",\"customerId\":\"" + first + "\"}}"));
        merged(second, 3, third, 2, "\"" + second + "\",\"" + first + "\"");
        merged(first, 2, second, 2, "\"" + first + "\"");
        registered();
        ConsistencyToken[] merges = {new ConsistencyToken("contact", contact, 1), customer(first, 2),
                customer(second, 3), customer(third, 2)};

        assertThat(get("/api/contacts/" + contact, tokens(merges)).json().get("customerId").asString())
                .isEqualTo(third);
        for (String asked : List.of(first, second, third)) {
            JsonNode list = get(contactsOf(asked), tokens(merges)).json();
            assertThat(list.get("total").asLong()).as(asked).isEqualTo(1);
            assertThat(list.get("items").get(0).get("customerId").asString()).isEqualTo(third);
        }
        assertThat(get("/api/customers/" + first).json().get("mergedInto").asString()).isEqualTo(third);

        parted(second, 4, third, 3, "\"" + second + "\",\"" + first + "\"");
        parted(first, 3, second, 5, "\"" + first + "\"");
        ConsistencyToken[] back = {customer(first, 3), customer(second, 5), customer(third, 3)};
        assertThat(get("/api/customers/" + first, tokens(back)).status()).isEqualTo(200);
        assertThat(get("/api/contacts/" + contact).json().get("customerId").asString()).isEqualTo(first);
        assertThat(get(contactsOf(first)).json().get("total").asLong()).isEqualTo(1);
        assertThat(get(contactsOf(third)).json().get("total").asLong()).isZero();
    }

    @Test
    void whoSeesOnlyTheOneThatAnswersLearnsWhereTheOtherWent() {
        String owner = newId();
        publish(owned(first, newId()), owned(second, owner));
        merged(first, 2, second, 2, "\"" + first + "\"");
        String[] writes = tokens(customer(first, 2), customer(second, 2));
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/api/customers/" + second, writes).status() != 503);

        for (String path : List.of("", "/history", "/contacts", "/duplicates", "/profile")) {
            Answer moved = getAs(Tokens.of(Role.REP, owner, null), "/api/customers/" + first + path, writes);
            assertThat(moved.status()).as(path + moved).isEqualTo(410);
            assertThat(moved.json().get("mergedInto").asString()).isEqualTo(second);
            assertThat(getAs(Tokens.of(Role.REP, newId(), null), "/api/customers/" + first + path, writes).status())
                    .as(path).isEqualTo(404);
        }
    }

    private static EventEnvelope owned(String id, String owner) {
        return event("customer.registered.v1", id, 1, """
                {"number":"%s","facts":{"name":"华为"},"salesStatus":"POTENTIAL","owner":"%s"}"""
                .formatted(id.substring(0, 8), owner));
    }

    private void registered() {
        Stream.of(first, second, third).forEach(id -> publish(customerRegistered(id, "华为")));
    }

    private static void merged(String from, long fromSequence, String into, long intoSequence, String records) {
        publish(event("customer.absorbed.v1", into, intoSequence, "{\"from\":\"" + from + "\",\"records\":[" + records
                + "],\"changed\":{},\"cleared\":[]}"),
                event("customer.merged.v1", from, fromSequence, "{\"into\":\"" + into + "\"}"));
    }

    private static void parted(String from, long fromSequence, String into, long intoSequence, String records) {
        publish(event("customer.unmerged.v1", from, fromSequence, "{\"from\":\"" + into + "\"}"),
                event("customer.released.v1", into, intoSequence, "{\"from\":\"" + from + "\",\"records\":[" + records
                        + "],\"changed\":{},\"cleared\":[],\"kept\":[]}"));
    }

    private String ofThese() {
        return "/api/customers?filter="
                + encoded("id in ('%s','%s','%s')".formatted(first, second, third));
    }

    private static String contactsOf(String customerId) {
        return "/api/contacts?filter=" + encoded("customerId eq '" + customerId + "'");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static ConsistencyToken customer(String id, long sequence) {
        return new ConsistencyToken("customer", id, sequence);
    }

    private static String[] tokens(ConsistencyToken... writes) {
        return new String[] {"Consistency-Token",
                Stream.of(writes).map(ConsistencyToken::encoded).collect(Collectors.joining(","))};
    }
}
