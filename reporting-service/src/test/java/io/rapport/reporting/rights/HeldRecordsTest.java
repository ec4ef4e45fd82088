package io.rapport.reporting.rights;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to a customer is seen by who sees the customer, however late either of them arrives. */
class HeldRecordsTest extends ReportingTest {

    private final String me = "me-" + newId();
    private final String token = Tokens.of(Role.REP, me, null);
    private final String customer = newId();
    private final String contact = newId();

    @Test
    void anotherOwnerIsSeenInListsWithinFiveSeconds() {
        publish(registered(customer, "somebody"), contactOf(customer));
        within5s(() -> assertThat(listed("/api/contacts", Tokens.administrator())).isTrue());
        assertThat(listed("/api/contacts", token)).isFalse();
        assertThat(getAs(token, "/api/contacts/" + contact).status()).isEqualTo(404);

        publish(assigned(customer, 2, me));
        within5s(() -> assertThat(listed("/api/contacts", token)).isTrue());
        assertThat(getAs(token, "/api/contacts/" + contact).status()).isEqualTo(200);

        publish(assigned(customer, 3, "somebody"));
        within5s(() -> assertThat(listed("/api/contacts", token)).isFalse());
        assertThat(getAs(token, "/api/contacts/" + contact).status()).isEqualTo(404);
    }

    @Test
    void aCustomerThatComesAfterItsRecordsIsTheirCustomer() {
        publish(contactOf(customer));
        within5s(() -> assertThat(listed("/api/contacts", Tokens.administrator())).isTrue());
        assertThat(listed("/api/contacts", token)).isFalse();

        publish(registered(customer, me));

        within5s(() -> assertThat(listed("/api/contacts", token)).isTrue());
    }

    @Test
    void aMergedCustomersRecordsAreSeenWithTheSurvivor() {
        String survivor = newId();
        publish(registered(customer, "somebody"), registered(survivor, me), contactOf(customer));
        within5s(() -> assertThat(listed("/api/contacts", Tokens.administrator())).isTrue());
        assertThat(listed("/api/contacts", token)).isFalse();

        publish(event("customer.absorbed.v1", survivor, 2, "{\"records\":[\"" + customer + "\"]}"),
                event("customer.merged.v1", customer, 2, "{\"into\":\"" + survivor + "\"}"));
        within5s(() -> assertThat(listed("/api/contacts", token)).isTrue());

        publish(event("customer.released.v1", survivor, 3, "{\"records\":[\"" + customer + "\"]}"),
                event("customer.unmerged.v1", customer, 3, "{\"from\":\"" + survivor + "\"}"));
        within5s(() -> assertThat(listed("/api/contacts", token)).isFalse());
    }

    @Test
    void aRecordThatMovesGoesWithItsNewCustomer() {
        String mine = newId();
        publish(registered(customer, "somebody"), registered(mine, me), contactOf(customer));
        within5s(() -> assertThat(listed("/api/contacts", Tokens.administrator())).isTrue());

        publish(event("contact.changed.v1", contact, 2, "{\"changed\":{\"customerId\":\"" + mine + "\"}}"));
        within5s(() -> assertThat(listed("/api/contacts", token)).isTrue());

        publish(event("contact.changed.v1", contact, 3, "{\"cleared\":[\"customerId\"]}"));
        within5s(() -> assertThat(listed("/api/contacts", token)).isFalse());
    }

    private boolean listed(String path, String as) {
        Answer answer = getAs(as, path + "?filter="
                + URLEncoder.encode("id eq '" + contact + "'", StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("total").asInt() == 1;
    }

    private EventEnvelope contactOf(String customerId) {
        return event("contact.registered.v1", contact, 1,
                "{\"facts\":{\"name\":\"李雷\",\"customerId\":\"" + customerId + "\"}}");
    }

    private static EventEnvelope registered(String id, String owner) {
        return event("customer.registered.v1", id, 1, "{\"number\":\"" + id.substring(0, 8)
                + "\",\"facts\":{\"name\":\"某公司\"},\"salesStatus\":\"POTENTIAL\",\"owner\":\"" + owner + "\"}");
    }

    private static EventEnvelope assigned(String id, long sequence, String owner) {
        return event("customer.owner-assigned.v1", id, sequence, "{\"owner\":\"" + owner + "\"}");
    }

    private static void within5s(ThrowingRunnable check) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(check);
    }
}
