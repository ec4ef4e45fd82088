package io.rapport.reporting.opportunities;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

import static io.rapport.reporting.TestEvents.because;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

class OpportunitiesTest extends ReportingTest {

    private final String id = newId();
    private final String word = "w" + id.substring(0, 8);

    @Test
    void anOpportunityFollowsItsEvents() {
        open();
        publish(event("opportunity.changed.v1", id, 2,
                        "{\"changed\":{\"probability\":70,\"tags\":[\"急\"]},\"cleared\":[\"need\"]}"),
                event("opportunity.stage-changed.v1", id, 3, """
                        {"pipeline":"default","from":"interest","to":"quotation","secondsInStage":2}"""),
                event("opportunity.owner-assigned.v1", id, 4, "{\"owner\":\"lisi\",\"team\":\"/north\"}"),
                because(event("opportunity.lost.v1", id, 5,
                        "{\"stage\":\"quotation\",\"secondsInStage\":2,\"openSeconds\":4}"), "价格太高", "request"));

        JsonNode lost = getAfter(write(5), "/api/opportunities/" + id).json();
        assertThat(lost.get("amount").get("amount").asString()).isEqualTo("120000.00");
        assertThat(lost.get("probability").asInt()).isEqualTo(70);
        assertThat(lost.has("need")).isFalse();
        assertThat(lost.get("stage").asString()).isEqualTo("quotation");
        assertThat(lost.get("stageSince").asString()).isEqualTo("2026-01-01T08:00:03Z");
        assertThat(lost.get("owner").asString()).isEqualTo("lisi");
        assertThat(lost.get("status").asString()).isEqualTo("LOST");
        assertThat(lost.get("closedAt").asString()).isEqualTo("2026-01-01T08:00:05Z");
        assertThat(lost.get("closeReason").asString()).isEqualTo("价格太高");
        assertThat(lost.get("openSeconds").asLong()).isEqualTo(4);
        assertThat(lost.get("leadKind").asString()).isEqualTo("contact");

        publish(event("opportunity.reopened.v1", id, 6, "{\"pipeline\":\"default\",\"stage\":\"interest\"}"),
                event("opportunity.archived.v1", id, 7, "{}"));

        JsonNode open = getAfter(write(7), "/api/opportunities/" + id).json();
        assertThat(open.get("status").asString()).isEqualTo("OPEN");
        assertThat(open.has("closedAt") || open.has("closeReason") || open.has("openSeconds")).isFalse();
        assertThat(open.get("stage").asString()).isEqualTo("interest");
        assertThat(open.get("archived").asBoolean()).isTrue();
    }

    @Test
    void opportunitiesAreListedCountedExportedAndHaveAHistory() {
        open();

        JsonNode found = getAfter(write(1), "/api/opportunities?q=" + word
                + "&filter=amount%20gt%20100000%20and%20status%20eq%20'OPEN'&sort=-expectedClose").json();
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("items").get(0).get("id").asString()).isEqualTo(id);
        assertThat(get("/api/opportunities?q=" + word + "&filter=probability%20gt%200").json().get("total").asInt())
                .isZero();
        assertThat(get("/api/opportunities/facets?fields=stage,competitors&q=" + word).json().get("facets")
                .get("competitors").get(0).get("value").asString()).isEqualTo("中兴");
        String csv = new String(download("/api/opportunities/export?fields=name,amount&q=" + word).body(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains(word, "120000.00");
        assertThat(get("/api/opportunities/" + id + "/history?field=stage").json().get("items")).hasSize(1);
    }

    @Test
    void onlyCallersWhoMayReadCustomersSeeThem() {
        open();
        getAfter(write(1), "/api/opportunities/" + id);

        assertThat(getAs(null, "/api/opportunities").status()).isEqualTo(401);
        assertThat(getAs(Tokens.rep(), "/api/opportunities/" + id).status())
                .isEqualTo(getAs(Tokens.rep(), "/api/customers?size=1").status());
    }

    private void open() {
        publish(event("opportunity.opened.v1", id, 1, """
                {"facts":{"name":"%s 交换机","customerId":"c-%s","contactIds":["p-1"],
                          "amount":{"amount":"120000.00","currency":"CNY"},"expectedClose":"2026-12-31",
                          "need":"扩容","competitors":["中兴"]},
                 "lead":{"kind":"contact","id":"p-1"},
                 "pipeline":"default","stage":"interest","owner":"zhangsan","team":"/east/shanghai"}"""
                .formatted(word, id)));
    }

    private ConsistencyToken write(long sequence) {
        return new ConsistencyToken("opportunity", id, sequence);
    }
}
