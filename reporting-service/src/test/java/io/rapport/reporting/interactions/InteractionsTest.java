package io.rapport.reporting.interactions;

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

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Interactions as they are read: alone, in timelines, and in what their customers show of them. */
class InteractionsTest extends ReportingTest {

    private final String customer = newId();
    private final String contact = newId();
    private final String mail = newId();
    private final String word = "secret" + mail.substring(0, 8);

    @Test
    void aCustomerFollowsCorrectionsDeletionsAndMovesBackAndForth() {
        String other = newId();
        String call = newId();
        publish(customerRegistered(customer, "甲"), customerRegistered(other, "乙"),
                recorded(call, "CALL", "2026-05-01T08:00:00Z", ""),
                recorded(mail, "EMAIL", "2026-06-01T08:00:00Z", ""));
        assertLast(customer, mail, 1, "2026-06-01T08:00:00Z");

        publish(event("interaction.corrected.v1", mail, 2, "{\"changed\":{\"time\":\"2026-04-01T08:00:00Z\"},\"cleared\":[]}"));
        assertLast(customer, mail, 2, "2026-05-01T08:00:00Z");
        publish(event("interaction.deleted.v1", call, 2, "{}"));
        assertLast(customer, call, 2, "2026-04-01T08:00:00Z");
        publish(event("interaction.restored.v1", call, 3, "{}"));
        assertLast(customer, call, 3, "2026-05-01T08:00:00Z");
        publish(event("interaction.corrected.v1", call, 4,
                "{\"changed\":{\"customerId\":\"" + other + "\"},\"cleared\":[]}"));
        assertLast(customer, call, 4, "2026-04-01T08:00:00Z");
        assertLast(other, call, 4, "2026-05-01T08:00:00Z");
        publish(event("interaction.withdrawn.v1", mail, 3, "{}"));
        assertLast(customer, mail, 3, null);
        assertThat(get("/api/interactions/" + mail).status()).isEqualTo(404);
    }

    @Test
    void aTimelineIsNarrowedByPersonAndText() {
        String call = newId();
        publish(customerRegistered(customer, "甲"), event("contact.registered.v1", contact, 1,
                        "{\"facts\":{\"name\":\"张伟\",\"customerId\":\"" + customer + "\"}}"),
                recorded(call, "CALL", "2026-05-01T08:00:00Z", ",\"text\":\"" + "x ".repeat(5_000) + word + "\""),
                recorded(mail, "EMAIL", "2026-06-01T08:00:00Z", """
                        ,"participants":[{"contactId":"%s","address":"zhang@huawei.com","role":"FROM"},
                                         {"address":"%s@example.com","name":"王芳","role":"CC"}]"""
                        .formatted(contact, word)));
        String timeline = "/api/customers/" + customer + "/timeline";
        await().atMost(Duration.ofSeconds(30)).until(() -> ids(get(timeline)).equals(List.of(mail, call)));

        assertThat(ids(get(timeline + "?person=" + contact))).containsExactly(mail);
        assertThat(ids(get(timeline + "?person=nobody"))).isEmpty();
        assertThat(ids(get(timeline + "?q=" + word + "&kind=CALL"))).as("far behind in a long text").containsExactly(call);
        assertThat(ids(get(timeline + "?q=wangfang"))).as("the name of who took part").containsExactly(mail);
        assertThat(get(timeline + "?person=,").status()).isEqualTo(400);

        Answer own = get("/api/contacts/" + contact + "/timeline");
        assertThat(ids(own)).containsExactly(mail);
        assertThat(own.json().at("/items/0/contactIds/0").asString()).isEqualTo(contact);
        assertThat(ids(get("/api/contacts/" + contact + "/timeline?kind=CALL"))).isEmpty();
        assertThat(get("/api/contacts/" + newId() + "/timeline").status()).isEqualTo(404);
    }

    @Test
    void kindsAndTimesAreSeenWithoutWhatWasSaidAndWithWhom() {
        publish(customerRegistered(customer, "甲"), recorded(mail, "EMAIL", "2026-06-01T08:00:00Z", """
                ,"subject":"%1$s","text":"%1$s","messageId":"<%1$s>","direction":"INBOUND","durationSeconds":60,
                "participants":[{"address":"%1$s@example.com","name":"王芳","role":"FROM"}]""".formatted(word)));
        String timeline = "/api/customers/" + customer + "/timeline";
        await().atMost(Duration.ofSeconds(30)).until(() -> ids(get(timeline)).equals(List.of(mail)));
        String marketer = Tokens.of(Role.MARKETER, "marketer", null);

        for (String path : List.of(timeline, "/api/interactions/" + mail, "/api/interactions/" + mail + "/history")) {
            Answer seen = getAs(marketer, path);
            assertThat(seen.status()).as(path).isEqualTo(200);
            assertThat(seen.body()).as(path).contains("EMAIL").doesNotContain(word);
        }
        JsonNode shown = getAs(marketer, "/api/interactions/" + mail).json();
        assertThat(shown.at("/participants/0/address").asString()).isEqualTo("s***" + word.charAt(word.length() - 1)
                + "@example.com");
        assertThat(shown.get("durationSeconds").asInt()).isEqualTo(60);
        assertThat(shown.get("access").get("masked").toString()).contains("participants.address");
        assertThat(ids(getAs(marketer, timeline + "?q=" + word))).isEmpty();
        String byAddress = "?filter=" + encoded("participants.address eq '" + word + "@example.com'");
        assertThat(ids(get(timeline + byAddress))).containsExactly(mail);
        assertThat(getAs(marketer, timeline + byAddress).status()).isEqualTo(400);
    }

    @Test
    void whoSeesAnAddressInFullIsNotedAndAFileHoldsAllOfThem() {
        publish(customerRegistered(customer, "甲"), recorded(mail, "EMAIL", "2026-06-01T08:00:00Z", """
                ,"participants":[{"address":"a%1$s@example.com"},{"address":"b%1$s@example.com"}]""".formatted(word)));
        String request = newId();
        await().atMost(Duration.ofSeconds(30)).until(() -> get("/api/interactions/" + mail,
                "X-Correlation-Id", request).status() == 200);
        assertThat(noted(request)).anyMatch(entry -> entry.action().equals("CONTACT_DATA_SHOWN")
                && entry.records().contains(mail));

        String export = "/api/interactions/export?format=csv&fields=kind,participants&filter="
                + encoded("id eq '" + mail + "'");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(get(export).body())
                .contains("\"a%1$s@example.com, b%1$s@example.com\"".formatted(word)));
    }

    private EventEnvelope recorded(String id, String kind, String time, String more) {
        return event("interaction.recorded.v1", id, 1, """
                {"facts":{"kind":"%s","time":"%s","customerId":"%s"%s}}""".formatted(kind, time, customer, more));
    }

    /** @param time null where there is none */
    private void assertLast(String of, String interaction, long version, String time) {
        ConsistencyToken write = new ConsistencyToken("interaction", interaction, version);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode shown = getAfter(write, "/api/customers/" + of).json();
            assertThat(shown.path("lastInteractionAt").asString(null)).isEqualTo(time);
        });
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
