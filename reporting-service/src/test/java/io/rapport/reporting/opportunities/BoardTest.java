package io.rapport.reporting.opportunities;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

/** All opportunities here stalled long ago by the clock of the service: their events are of the beginning of 2026. */
class BoardTest extends ReportingTest {

    private final String pipeline = "p" + newId().substring(24);

    @Test
    void eachStageTellsWhatItsOpportunitiesComeTo() {
        open("QUOTATION", "0.10", "CNY", 30, 7);
        open("QUOTATION", "0.20", "CNY", 30, null);
        open("QUOTATION", "1234567890123.45", "XDR", 50, 7);
        open("SIGNING", "999999999999999.99", "CNY", 90, null);
        String lost = open("SIGNING", "5.00", "CNY", 90, null);
        publish(event("opportunity.lost.v1", lost, 2,
                "{\"stage\":\"SIGNING\",\"secondsInStage\":1,\"openSeconds\":1}"));
        String last = open("SIGNING", "0.01", "CNY", 90, null);
        getAfter(new ConsistencyToken("opportunity", lost, 2), board(""));

        JsonNode board = getAfter(new ConsistencyToken("opportunity", last, 1), board("")).json();

        assertThat(board.get("pipeline").asString()).isEqualTo(pipeline);
        assertThat(board.get("stages")).hasSize(2);
        assertThat(board.at("/stages/0").toString()).isEqualTo("{\"stage\":\"QUOTATION\",\"count\":3,\"stalled\":2,"
                + "\"amounts\":[{\"amount\":\"0.30\",\"currency\":\"CNY\"},"
                + "{\"amount\":\"1234567890123.45\",\"currency\":\"XDR\"}],"
                + "\"weighted\":[{\"amount\":\"0.09\",\"currency\":\"CNY\"},"
                + "{\"amount\":\"617283945062\",\"currency\":\"XDR\"}],"
                + "\"total\":{\"amount\":\"0.30\",\"currency\":\"CNY\"},"
                + "\"weightedTotal\":{\"amount\":\"0.09\",\"currency\":\"CNY\"},"
                + "\"unconverted\":[{\"amount\":\"1234567890123.45\",\"currency\":\"XDR\"}]}");
        assertThat(board.at("/stages/1/count").asInt()).isEqualTo(2);
        assertThat(board.at("/stages/1/amounts/0/amount").asString()).isEqualTo("1000000000000000.00");
    }

    @Test
    void stagesStandInTheOrderOfTheirPipelineAndAreCalledByTheirNames() {
        String id = "pipeline:" + pipeline;
        publish(event("pipeline.defined.v1", id, 1, """
                {"key":"%s","label":{"en":"Tenders","zh-CN":"招标"},"isDefault":false,"stages":[
                 {"key":"TENDER","label":{"en":"Tender"},"probability":10,"retired":false},
                 {"key":"OFFER","label":{"zh-CN":"报价"},"probability":20,"retired":false},
                 {"key":"OLD","label":{"en":"Old"},"probability":20,"retired":true},
                 {"key":"AWARD","label":{"en":"Award"},"probability":90,"retired":false}]}""".formatted(pipeline)));
        open("AWARD", "1.00", "CNY", 90, null);
        open("ALIEN", "1.00", "CNY", 90, null);
        String last = open("TENDER", "1.00", "CNY", 90, null);
        getAfter(new ConsistencyToken("pipeline", id, 1), board(""));

        JsonNode board = getAfter(new ConsistencyToken("opportunity", last, 1), board("")).json();

        assertThat(board.get("label").asString()).isEqualTo("Tenders");
        assertThat(board.get("stages").valueStream().map(stage -> stage.get("stage").asString() + ' '
                + stage.path("label").asString("-") + ' ' + stage.get("count").asInt()))
                .containsExactly("TENDER Tender 1", "OFFER 报价 0", "AWARD Award 1", "ALIEN - 1");
        assertThat(board.at("/stages/1/total/amount").asString()).isEqualTo("0.00");
        JsonNode facets = get("/api/opportunities/facets?fields=stage,pipeline&filter=pipeline%20eq%20'" + pipeline
                + '\'').json();
        assertThat(facets.at("/facets/pipeline/0/label").asString()).isEqualTo("Tenders");
        assertThat(facets.get("facets").get("stage").valueStream().map(value -> value.path("label").asString("-")))
                .containsExactlyInAnyOrder("Tender", "Award", "-");
    }

    @Test
    void whoNamesNoPipelineSeesTheOneThatEverybodyBeginsWith() {
        JsonNode board = get("/api/opportunities/board").json();

        assertThat(board.get("pipeline").asString()).isEqualTo("default");
        assertThat(board.get("stages").valueStream().map(stage -> stage.path("label").asString("-")))
                .startsWith("Product interest", "Quotation", "Negotiation", "Signing");
    }

    @Test
    void amountsOfSeveralCurrenciesComeToOneByTheRatesOfToday() {
        // A currency of its own: the rates of this context are those of all its tests.
        publish(event("exchange-rates.set.v1", "exchange-rates:1999-12-31", 1, """
                {"base":"CNY","date":"1999-12-31","rates":{"OMR":"18.5005"}}"""));
        open("QUOTATION", "0.001", "OMR", 50, null);
        open("QUOTATION", "0.001", "OMR", 50, null);
        String last = open("QUOTATION", "1.00", "CNY", 50, null);

        getAfter(new ConsistencyToken("exchange-rates", "exchange-rates:1999-12-31", 1), "/api/opportunities/" + last);

        JsonNode stage = getAfter(new ConsistencyToken("opportunity", last, 1), board("")).json().at("/stages/0");

        assertThat(stage.at("/total/amount").asString()).as("0.037001 is rounded once").isEqualTo("1.04");
        assertThat(stage.at("/weightedTotal/amount").asString()).isEqualTo("0.52");
        assertThat(stage.get("unconverted")).isEmpty();
    }

    @Test
    void itShowsTheSameAsItsList() {
        open("QUOTATION", "1.00", "CNY", 30, null);
        String large = open("QUOTATION", "100.00", "CNY", 30, 7);
        getAfter(new ConsistencyToken("opportunity", large, 1), board(""));

        assertThat(get(board("&filter=amount%20gt%2050")).json().at("/stages/0/count").asInt()).isEqualTo(1);
        assertThat(get(board("&filter=stalled%20eq%20true")).json().at("/stages/0/amounts/0/amount").asString())
                .isEqualTo("100.00");
        assertThat(get(board("&filter=stalled%20eq%20false%20or%20amount%20gt%201000")).json()
                .at("/stages/0/amounts/0/amount").asString()).isEqualTo("1.00");
        assertThat(get(board("&archived=only")).json().get("stages")).isEmpty();
        JsonNode facets = get("/api/opportunities/facets?fields=stalled&filter=pipeline%20eq%20'" + pipeline + '\'')
                .json();
        assertThat(facets.at("/facets/stalled/0/count").asInt()).isEqualTo(1);
        JsonNode listed = get("/api/opportunities?sort=-weightedAmount&filter=pipeline%20eq%20'" + pipeline + '\'')
                .json().at("/items/0");
        assertThat(listed.get("stalled").asBoolean()).isTrue();
        assertThat(listed.get("stalledFrom").asString()).isEqualTo("2026-01-08");
        assertThat(listed.get("effectiveProbability").asInt()).isEqualTo(30);
        assertThat(listed.at("/weightedAmount/amount").asString()).isEqualTo("30.00");
    }

    @Test
    void aSumMayHaveMoreDigitsThanAnyAmount() {
        String customer = newId();
        publish(customerRegistered(customer, pipeline));
        String last = null;
        for (int i = 0; i < 2; i++) {
            last = newId();
            publish(event("opportunity.opened.v1", last, 1, """
                    {"facts":{"name":"n","customerId":"%s",
                              "amount":{"amount":"999999999999999999.9999","currency":"CNY"}},
                     "pipeline":"%s","stage":"QUOTATION"}""".formatted(customer, pipeline)));
        }

        JsonNode listed = getAfter(new ConsistencyToken("opportunity", last, 1), "/api/customers?q=" + pipeline).json();
        assertThat(listed.at("/items/0/openOpportunityAmount/amount").asString()).as(listed.toString())
                .isEqualTo("1999999999999999999.9998");
    }

    @Test
    void whatItCannotReadIsRefused() {
        String id = open("QUOTATION", "1.00", "CNY", 30, null);
        getAfter(new ConsistencyToken("opportunity", id, 1), board(""));

        assertThat(get(board("&filter=nothing%20eq%201")).status()).isEqualTo(400);
        assertThat(get(board("&sort=name")).status()).isEqualTo(400);
        assertThat(get(board("&filter=stalled%20gt%20true")).status()).isEqualTo(400);
        assertThat(get("/api/opportunities/board?pipeline=it's").json().get("stages")).isEmpty();
        assertThat(getAs(null, board("")).status()).isEqualTo(401);
    }

    @Test
    void aSingleOpportunitySaysWhatToDoNext() {
        String id = open("QUOTATION", "1.00", "CNY", 30, 7);
        JsonNode action = getAfter(new ConsistencyToken("opportunity", id, 1), "/api/opportunities/" + id).json()
                .get("nextBestAction");
        assertThat(action.get("rule").asString()).isEqualTo("stalled");
        assertThat(action.at("/facts/stalledAfterDays").asString()).isEqualTo("7");
        assertThat(action.get("text").asString()).startsWith("In stage QUOTATION for ");

        JsonNode then = get("/api/opportunities/" + id + "?fields=nextBestAction,stalled").json();
        assertThat(then.get("stalled").asBoolean()).isTrue();
        assertThat(then.get("nextBestAction").has("text")).isTrue();
        assertThat(then.has("name")).isFalse();
    }

    private String board(String more) {
        return "/api/opportunities/board?pipeline=" + pipeline + more;
    }

    private String open(String stage, String amount, String currency, int probability, Integer stalledAfterDays) {
        String id = newId();
        publish(event("opportunity.opened.v1", id, 1, """
                {"facts":{"name":"交换机","customerId":"c-%s","amount":{"amount":"%s","currency":"%s"}},
                 "pipeline":"%s","stage":"%s","owner":"zhangsan","stageProbability":%d%s}"""
                .formatted(id, amount, currency, pipeline, stage, probability,
                        stalledAfterDays == null ? "" : ",\"stalledAfterDays\":" + stalledAfterDays)));
        return id;
    }
}
