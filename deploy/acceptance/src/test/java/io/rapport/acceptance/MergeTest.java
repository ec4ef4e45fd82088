package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two customers turn out to be one, and then two again, as a stranger sees it. */
class MergeTest {

    private final RapportClient rapport = RunningProduct.get().client("demo-rep");

    @Test
    void duplicatesAreFoundMergedAndPartedAgain() {
        Answer known = post("/api/customers", "{\"name\":\"深圳市拓竹科技有限公司\",\"phone\":\"400-680-0166\"}");
        String survivor = known.json().get("id").asString();
        Answer found = rapport.post("/api/customers/duplicates/check",
                "{\"name\":\"拓竹科技\",\"phone\":\"4006800166\"}", "Consistency-Token", known.consistencyToken());
        assertThat(found.json().get("items").get(0).get("customer").get("id").asString()).as(found.toString())
                .isEqualTo(survivor);

        Answer other = post("/api/customers",
                "{\"name\":\"拓竹科技\",\"phone\":\"4006800166\",\"email\":\"contact@bambulab.com\"}");
        String merged = other.json().get("id").asString();
        Answer contact = post("/api/contacts", "{\"name\":\"陶先生\",\"customerId\":\"%s\"}".formatted(merged));
        Answer opportunity = post("/api/opportunities", """
                {"name":"打印机一百台","customerId":"%s","amount":{"amount":"500000.00","currency":"CNY"}}"""
                .formatted(merged));

        Answer merge = rapport.post("/api/customers/" + survivor + "/merge",
                "{\"from\":\"%s\",\"take\":{\"email\":\"from\"}}".formatted(merged));
        assertThat(merge.status()).as(merge.toString()).isEqualTo(204);
        String[] writes = {"Consistency-Token", String.join(",", merge.consistencyToken(), contact.consistencyToken(),
                opportunity.consistencyToken())};
        Answer gone = rapport.get("/api/customers/" + merged, writes);
        assertThat(gone.status()).as(gone.toString()).isEqualTo(410);
        assertThat(gone.json().get("mergedInto").asString()).isEqualTo(survivor);
        assertThat(rapport.patch("/api/customers/" + merged, "{\"city\":\"深圳\"}").status()).isEqualTo(410);
        assertThat(rapport.get("/api/customers/" + survivor, writes).json().get("email").asString())
                .isEqualTo("contact@bambulab.com");
        assertThat(total("contacts", survivor, writes)).isEqualTo(1);
        assertThat(total("opportunities", survivor, writes)).isEqualTo(1);

        Answer parted = rapport.post("/api/customers/" + survivor + "/unmerge", "{\"from\":\"%s\"}".formatted(merged));
        assertThat(parted.status()).as(parted.toString()).isEqualTo(200);
        assertThat(parted.json().get("restored").toString()).isEqualTo("[\"email\"]");
        String[] back = {"Consistency-Token", parted.consistencyToken()};
        assertThat(rapport.get("/api/customers/" + merged, back).status()).isEqualTo(200);
        assertThat(rapport.get("/api/customers/" + survivor, back).json().has("email")).isFalse();
        assertThat(total("contacts", survivor, back)).isZero();
        assertThat(total("opportunities", merged, back)).isEqualTo(1);
    }

    private Answer post(String path, String body) {
        Answer answer = rapport.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private int total(String records, String customerId, String... headers) {
        Answer list = rapport.get("/api/" + records + "?filter="
                + RapportClient.encoded("customerId eq '" + customerId + "'"), headers);
        return list.json().get("total").asInt();
    }
}
