package io.rapport.reporting.answers;

import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who saw a telephone number in full is in the trail before he sees it. */
class ContactDataTrailTest extends ReportingTest {

    private final String id = newId();
    private final String reader = "reader-" + newId();
    private final String token = Tokens.of(Role.SERVICE, reader, null);

    @BeforeEach
    void aCustomerWithATelephone() {
        publish(customerRegistered(id, "某公司", "{\"phone\":\"13800000001\"}"));
        // The service may have only just started.
        await().atMost(Duration.ofSeconds(30)).until(() -> get("/api/customers?fields=name&filter="
                + URLEncoder.encode("id eq '" + id + "'", StandardCharsets.UTF_8)).body().contains(id));
    }

    @Test
    void whoSeesATelephoneNumberIsNotedOnce() {
        assertThat(noted("/api/customers/" + id, token)).containsExactly(reader + " customer " + id);
        assertThat(noted("/api/customers/" + id, token)).as("again within ten minutes").isEmpty();
    }

    @Test
    void aListAndAHistoryAreNotedToo() {
        String list = "/api/customers?filter=" + URLEncoder.encode("id eq '" + id + "'", StandardCharsets.UTF_8);
        assertThat(noted(list + "&fields=name", token)).as("without telephone numbers").isEmpty();
        assertThat(noted(list, token)).containsExactly(reader + " customer " + id);
        String other = Tokens.of(Role.SERVICE, "other-" + reader, null);
        assertThat(noted("/api/customers/" + id + "/history", other))
                .containsExactly("other-" + reader + " customer " + id);
    }

    @Test
    void whoSeesItMaskedIsNotNoted() {
        assertThat(noted("/api/customers/" + id, Tokens.of(Role.ANALYST, reader, null))).isEmpty();
    }

    private List<String> noted(String path, String as) {
        String request = newId();
        Answer answer = getAs(as, path, "X-Correlation-Id", request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return noted(request).stream().filter(entry -> entry.action().equals("CONTACT_DATA_SHOWN"))
                .map(entry -> entry.who() + ' ' + entry.kind() + ' ' + String.join(",", entry.records())).toList();
    }
}
