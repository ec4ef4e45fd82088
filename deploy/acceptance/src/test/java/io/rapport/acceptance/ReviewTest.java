package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A new customer waits for a second person, visible as such, and counts from the approval on. */
class ReviewTest {

    private static final String RULE = "/api/review-rules/customer";

    private final RapportClient admin = RunningProduct.get().client("demo-admin");
    private final RapportClient manager = RunningProduct.get().client("demo-manager");
    private final RapportClient rep = RunningProduct.get().client("demo-rep");

    @Test
    void aNewCustomerCountsFromItsApprovalOn() {
        String source = "展会 " + UUID.randomUUID();
        String rule = "{\"cases\":[{\"name\":\"Fair contacts of reps\",\"roles\":[\"rep\"],\"where\":{\"source\":[\"%s\"]}}]}"
                .formatted(source);
        Answer defined = admin.get(RULE).header("ETag").isPresent()
                ? admin.put(RULE, rule, "If-Match", "*") : admin.put(RULE, rule);
        assertThat(defined.status()).as(defined.toString()).isIn(201, 204);

        Answer created = rep.post("/api/customers",
                "{\"name\":\"待审核公司\",\"source\":\"%s\",\"team\":\"/east/shanghai\"}".formatted(source));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        String path = "/api/customers/" + created.json().get("id").asString();

        JsonNode waiting = rep.get("/api/customers?filter=" + RapportClient.encoded(
                "reviewState eq 'WAITING' and source eq '" + source + "'"),
                "Consistency-Token", created.consistencyToken()).json();
        assertThat(waiting.get("total").asInt()).as(waiting.toString()).isEqualTo(1);
        assertThat(waiting.get("items").get(0).get("review").get("because").asString())
                .isEqualTo("Fair contacts of reps");

        assertThat(rep.post(path + "/approve", "").status()).isEqualTo(403);
        Answer approved = manager.post(path + "/approve?reason=" + RapportClient.encoded("电话核实"), "");
        assertThat(approved.status()).as(approved.toString()).isEqualTo(204);

        JsonNode counting = rep.get(path, "Consistency-Token", approved.consistencyToken()).json();
        assertThat(counting.has("reviewState")).isFalse();
        JsonNode change = rep.get(path + "/history?field=reviewState").json().get("items").get(0);
        assertThat(change.get("old").asString()).isEqualTo("WAITING");
        assertThat(change.get("new").isNull()).isTrue();
        assertThat(change.get("why").asString()).isEqualTo("电话核实");
    }
}
