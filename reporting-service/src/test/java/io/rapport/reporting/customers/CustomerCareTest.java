package io.rapport.reporting.customers;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import static io.rapport.reporting.TestEvents.LONG_AGO;
import static io.rapport.reporting.TestEvents.because;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

/** What answers tell of reviews, of the quality of a profile, and of a lifecycle stage set by hand. */
class CustomerCareTest extends ReportingTest {

    private final String id = newId();

    @Test
    void aWaitingCustomerIsVisibleAsSuch() {
        publish(customerRegistered(id, "Waiting"),
                event("customer.review-requested.v1", id, 2, "{\"by\":\"zhangsan\",\"because\":\"Imported\"}"),
                because(event("customer.sent-back.v1", id, 3, "{}"), "phone?", null));

        JsonNode review = getAfter(write(3), "/api/customers/" + id).json().get("review");

        assertThat(review.get("state").asString()).isEqualTo("SENT_BACK");
        assertThat(review.get("because").asString()).isEqualTo("Imported");
        assertThat(review.get("requestedBy").asString()).isEqualTo("zhangsan");
        assertThat(review.get("reason").asString()).isEqualTo("phone?");
        assertThat(list("reviewState eq 'SENT_BACK' and id eq '%s'".formatted(id), 3)).hasSize(1);
        assertThat(list("reviewState eq null and id eq '%s'".formatted(id), 3)).isEmpty();
        assertThat(history("reviewState")).extracting(change -> change.get("new").asString(""))
                .containsExactly("SENT_BACK", "WAITING");
    }

    @Test
    void aProfileHasAScoreAndTellsWhatIsMissing() {
        publish(customerRegistered(id, "Quality", "{\"phone\":\"0755-28780808\",\"email\":\"nobody\"}"));

        JsonNode customer = getAfter(write(1), "/api/customers/" + id).json();

        assertThat(customer.get("qualityScore").asInt()).isEqualTo(25);
        assertThat(customer.get("quality").get("completeness").asInt()).isEqualTo(35);
        assertThat(customer.get("quality").get("validity").asInt()).isEqualTo(71);
        assertThat(customer.get("quality").get("missing").get("industry").asInt()).isEqualTo(10);
        assertThat(customer.get("invalidFacts").get(0).asString()).isEqualTo("email");
        assertThat(list("invalidFacts eq 'email' and id eq '%s'".formatted(id), 1)).hasSize(1);
        assertThat(list("missingFacts eq 'email' and id eq '%s'".formatted(id), 1)).isEmpty();
        assertThat(list("qualityScore ge 25 and qualityScore lt 26 and id eq '%s'".formatted(id), 1).get(0)
                .get("qualityScore").asInt()).isEqualTo(25);
    }

    @Test
    void aProfileIsStaleAYearAfterTheLastLook() {
        publish(customerRegistered(id, "Stale"),
                event("customer.profile-confirmed.v1", id, 2, "{\"nextReviewDue\":\"2026-03-31\"}"));

        JsonNode customer = getAfter(write(2), "/api/customers/" + id).json();

        assertThat(customer.get("reviewDue").asString()).isEqualTo("2026-03-31");
        assertThat(customer.get("confirmedAt").asString()).isEqualTo(LONG_AGO.plusSeconds(2).toString());
        assertThat(customer.get("stale").asBoolean()).isEqualTo(
                list("stale eq true and id eq '%s'".formatted(id), 2).size() == 1);
        assertThat(list("reviewDue lt '2026-04-01' and id eq '%s'".formatted(id), 2)).hasSize(1);
        assertThat(history("reviewDue")).hasSize(1);
    }

    private JsonNode list(String filter, long version) {
        return getAfter(write(version), "/api/customers?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .json().get("items");
    }

    private Iterable<JsonNode> history(String field) {
        return get("/api/customers/" + id + "/history?field=" + field).json().get("items");
    }

    private ConsistencyToken write(long sequence) {
        return new ConsistencyToken("customer", id, sequence);
    }
}
