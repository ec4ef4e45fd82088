package io.rapport.reporting.customers;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a customer shows of its contacts, interactions, opportunities and orders, and lists of these. */
class CustomerRecordsTest extends ReportingTest {

    private final String customer = newId();
    private final String word = "w" + customer.substring(0, 8);

    @Test
    void theNextListShowsWhatFollowsFromTheWriteItNames() {
        publish(customerRegistered(customer, word, """
                {"openingValues":{"contactName":"张三","lastInteractionAt":"2023-10-01",
                                  "opportunityAmount":{"amount":"77.00","currency":"CNY"}}}"""));
        String opportunity = opportunity("120000.00");

        JsonNode listed = getAfter(new ConsistencyToken("opportunity", opportunity, 1),
                "/api/customers?filter=openOpportunityAmount%20gt%20100000&q=" + word).json();
        assertThat(listed.get("total").asInt()).as(listed.toString()).isEqualTo(1);
        assertThat(listed.get("items").get(0).get("openOpportunityAmount").get("amount").asString())
                .isEqualTo("120000.00");

        publish(event("opportunity.won.v1", opportunity, 2, "{}"));
        String order = newId();
        publish(event("order.placed.v1", order, 1, """
                {"number":"1","facts":{"customerId":"%s","orderedAt":"2026-03-01",
                                       "amount":{"amount":"5000.10","currency":"CNY"}}}""".formatted(customer)));
        String call = interaction("CALL", "2026-05-01T08:00:00Z");
        String contact = contact();
        Answer shown = get("/api/customers/" + customer, "Consistency-Token", String.join(",",
                new ConsistencyToken("opportunity", opportunity, 2).encoded(),
                new ConsistencyToken("order", order, 1).encoded(),
                new ConsistencyToken("interaction", call, 1).encoded(),
                new ConsistencyToken("contact", contact, 1).encoded()));

        assertThat(shown.header("ETag")).contains("\"1\"");
        assertThat(shown.json().get("version").asLong()).isEqualTo(1);
        assertThat(shown.json().get("openOpportunityAmount").get("amount").asString()).isEqualTo("0.00");
        assertThat(shown.json().get("revenueToDate").get("amount").asString()).isEqualTo("5000.10");
        assertThat(shown.json().get("lastInteractionAt").asString()).isEqualTo("2026-05-01T08:00:00Z");
        assertThat(shown.json().get("primaryContact").asString()).isEqualTo("李四");
        assertThat(shown.json().get("lifecycleStage").asString()).isEqualTo("RETENTION");
        assertThat(shown.json().has("summaryVersion") || shown.json().has("everAbsorbed")).isFalse();

        publish(event("contact.archived.v1", contact, 2, "{}"), event("order.cancelled.v1", order, 2, "{}"));
        JsonNode without = get("/api/customers/" + customer, "Consistency-Token", String.join(",",
                new ConsistencyToken("contact", contact, 2).encoded(),
                new ConsistencyToken("order", order, 2).encoded())).json();
        assertThat(without.has("primaryContact")).isFalse();
        assertThat(without.get("lifecycleStage").asString()).isEqualTo("ACQUISITION");
    }

    @Test
    void howACustomerBuysIsShownAndCanBeFilteredBy() {
        publish(customerRegistered(customer, word));
        ordered("2026-01-01", "服务器", "维护");
        ordered("2026-02-01", "服务器");
        String last = ordered("2026-03-02", "网络", "维护", "服务器");

        JsonNode shown = getAfter(new ConsistencyToken("order", last, 1), "/api/customers/" + customer).json();
        JsonNode purchases = shown.get("purchases");
        assertThat(purchases.get("count").asInt()).isEqualTo(3);
        assertThat(purchases.get("firstAt").asString()).isEqualTo("2026-01-01");
        assertThat(purchases.get("lastAt").asString()).isEqualTo("2026-03-02");
        assertThat(purchases.get("everyDays").asInt()).isEqualTo(30);
        assertThat(purchases.get("preferredProducts").valueStream().map(JsonNode::asString))
                .containsExactly("服务器", "维护", "网络");

        String filter = "purchases.lastAt%20lt%20'2026-04-01'%20and%20purchases.everyDays%20le%2030"
                + "%20and%20purchases.preferredProducts%20eq%20'%E7%BB%B4%E6%8A%A4'%20and%20purchases.count%20eq%203";
        JsonNode listed = getAfter(new ConsistencyToken("order", last, 1),
                "/api/customers?q=" + word + "&filter=" + filter).json();
        assertThat(listed.get("total").asInt()).as(listed.toString()).isEqualTo(1);
    }

    private String ordered(String day, String... products) {
        String order = newId();
        String lines = java.util.Arrays.stream(products).map(product -> """
                {"product":"%s","amount":{"amount":"1.00","currency":"CNY"}}""".formatted(product))
                .collect(java.util.stream.Collectors.joining(","));
        publish(event("order.placed.v1", order, 1, """
                {"number":"1","facts":{"customerId":"%s","orderedAt":"%s","lines":[%s],
                                       "amount":{"amount":"%d.00","currency":"CNY"}}}"""
                .formatted(customer, day, lines, products.length)));
        return order;
    }

    @Test
    void recordsThatCameBeforeTheirCustomerCount() {
        String opportunity = opportunity("1.50");
        getAfter(new ConsistencyToken("opportunity", opportunity, 1), "/api/opportunities/" + opportunity);

        publish(customerRegistered(customer, word));

        assertThat(getAfter(new ConsistencyToken("customer", customer, 1), "/api/customers/" + customer).json()
                .get("openOpportunityAmount").get("amount").asString()).isEqualTo("1.50");
    }

    @Test
    void amountsThatNobodyCanConvertAreNamed() {
        publish(customerRegistered(customer, word));
        opportunity("10.00");
        String foreign = newId();
        publish(event("opportunity.opened.v1", foreign, 1, """
                {"facts":{"name":"n","customerId":"%s","amount":{"amount":"7","currency":"JPY"}},"stage":"s"}"""
                .formatted(customer)));

        JsonNode shown = getAfter(new ConsistencyToken("opportunity", foreign, 1), "/api/customers/" + customer).json();

        assertThat(shown.get("amountsWithoutRate").get("openOpportunityAmount").get(0).get("currency").asString())
                .isEqualTo("JPY");
    }

    @Test
    void amountsFollowTheExchangeRatesOfTheirDay() {
        ConsistencyToken early = rates("1990-01-01", 1, "2");
        publish(customerRegistered(customer, word));
        String order = newId();
        String opportunity = newId();
        publish(event("order.placed.v1", order, 1, """
                        {"number":"1","facts":{"customerId":"%s","orderedAt":"1991-05-01",
                                               "amount":{"amount":"100.00","currency":"NOK"}}}""".formatted(customer)),
                event("opportunity.opened.v1", opportunity, 1, """
                        {"facts":{"name":"n","customerId":"%s","amount":{"amount":"10.05","currency":"NOK"}},
                         "stage":"s"}""".formatted(customer)));
        JsonNode shown = get("/api/customers/" + customer, "Consistency-Token", String.join(",", early.encoded(),
                new ConsistencyToken("order", order, 1).encoded(),
                new ConsistencyToken("opportunity", opportunity, 1).encoded())).json();
        assertThat(shown.get("openOpportunityAmount")).hasToString("{\"amount\":\"20.10\",\"currency\":\"CNY\"}");

        rates("1991-01-01", 1, "3");
        rates("1992-01-01", 1, "4");

        listsCome("revenueToDate%20eq%20300%20and%20openOpportunityAmount%20eq%2040.2");
        publish(event("exchange-rates.removed.v1", "exchange-rates:1991-01-01", 2, "{\"date\":\"1991-01-01\"}"));
        listsCome("revenueToDate%20eq%20200%20and%20openOpportunityAmount%20eq%2040.2");
        assertThat(get("/api/customers/" + customer).json().get("revenueToDate").get("amount").asString())
                .isEqualTo("200.00");
    }

    /** On a busy machine the first write may take longer than a read waits. */
    @Override
    protected Answer getAfter(ConsistencyToken write, String path) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> super.getAfter(write, path),
                answer -> answer.status() != 503);
    }

    private static ConsistencyToken rates(String day, long sequence, String norwegianCrown) {
        String id = "exchange-rates:" + day;
        publish(event("exchange-rates.set.v1", id, sequence, """
                {"base":"CNY","date":"%s","rates":{"NOK":"%s"}}""".formatted(day, norwegianCrown)));
        return new ConsistencyToken("exchange-rates", id, sequence);
    }

    private void listsCome(String filter) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(get("/api/customers?q=" + word
                + "&filter=" + filter).json().get("total").asInt()).isEqualTo(1));
    }

    @Test
    void whatBelongsToACustomerIsListed() {
        publish(customerRegistered(customer, word));
        String contact = contact();
        String opportunity = opportunity("2.00");
        String late = interaction("CALL", "2026-05-02T23:00:00Z");
        String early = interaction("EMAIL", "2026-05-01T08:00:00Z");
        String middle = interaction("CALL", "2026-05-02T08:00:00Z");
        get("/api/interactions?size=1", "Consistency-Token", new ConsistencyToken("interaction", middle, 1).encoded());

        assertThat(ids(getAfter(new ConsistencyToken("contact", contact, 1), own("contacts")))).containsExactly(contact);
        assertThat(ids(getAfter(new ConsistencyToken("opportunity", opportunity, 1),
                own("opportunities?filter=amount%20eq%202")))).containsExactly(opportunity);
        assertThat(ids(get(own("opportunities?filter=amount%20eq%203")))).isEmpty();
        assertThat(ids(get(own("orders")))).isEmpty();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                assertThat(ids(get(own("timeline")))).containsExactly(late, middle, early));
        assertThat(ids(get(own("timeline?kind=CALL&from=2026-05-02&to=2026-05-02")))).containsExactly(late, middle);
        assertThat(ids(get(own("timeline?to=2026-05-02T08:00:00Z&sort=time")))).containsExactly(early, middle);
        Answer first = get(own("timeline?size=1"));
        assertThat(ids(get(own("timeline?size=1&cursor=" + first.json().get("nextCursor").asString()))))
                .containsExactly(middle);
    }

    @Test
    void listsOfNobodyAndOfNothingAreRefused() {
        assertThat(get(own("timeline")).status()).isEqualTo(404);
        publish(customerRegistered(customer, word));
        assertThat(getAfter(new ConsistencyToken("customer", customer, 1), own("timeline")).status()).isEqualTo(200);
        for (String bad : List.of("?from=yesterday", "?to=2026-13-01", "?kind=,", "?kind=A&kind=B", "?limit=1")) {
            assertThat(get(own("timeline" + bad), "Accept-Language", "zh-CN").status()).as(bad).isEqualTo(400);
        }
        assertThat(get(own("orders?kind=CALL")).status()).isEqualTo(400);
        assertThat(getAs(null, own("contacts")).status()).isEqualTo(401);
    }

    @Test
    void recordsOfAMergedCustomerCountForTheOneThatAnswersForIt() {
        String absorbed = newId();
        publish(customerRegistered(customer, word), customerRegistered(absorbed, word),
                event("customer.absorbed.v1", customer, 2, """
                        {"from":"%s","records":["%s"],"changed":{},"cleared":[]}""".formatted(absorbed, absorbed)),
                event("customer.merged.v1", absorbed, 2, "{\"into\":\"" + customer + "\"}"));
        getAfter(new ConsistencyToken("customer", absorbed, 2), "/api/customers/" + customer);
        String opportunity = newId();
        publish(event("opportunity.opened.v1", opportunity, 1, """
                {"facts":{"name":"n","customerId":"%s","amount":{"amount":"9.00","currency":"CNY"}},"stage":"s"}"""
                .formatted(absorbed)));
        ConsistencyToken write = new ConsistencyToken("opportunity", opportunity, 1);

        JsonNode listed = getAfter(write, "/api/customers?q=" + word).json();
        assertThat(listed.get("total").asInt()).isEqualTo(1);
        assertThat(listed.get("items").get(0).get("openOpportunityAmount").get("amount").asString()).isEqualTo("9.00");
        assertThat(ids(getAfter(write, own("opportunities")))).containsExactly(opportunity);
        assertThat(get("/api/customers/" + absorbed + "/orders").status()).isEqualTo(410);
    }

    @Test
    void theIndexTellsTheVersionOfTheCustomerNotOfItsRecords() {
        publish(customerRegistered(customer, word));
        ConsistencyToken write = new ConsistencyToken("opportunity", opportunity("2.00"), 1);
        assertThat(getAfter(write, "/api/customers?q=" + word).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode customers = get("/api/admin/read-models/digest").json().get("kinds").valueStream()
                    .filter(kind -> kind.get("kind").asString().equals("customer")).findFirst().orElseThrow();
            assertThat(customers.get("index")).isEqualTo(customers.get("documents"));
        });
    }

    private String opportunity(String amount) {
        String id = newId();
        publish(event("opportunity.opened.v1", id, 1, """
                {"facts":{"name":"n","customerId":"%s","amount":{"amount":"%s","currency":"CNY"}},"stage":"s"}"""
                .formatted(customer, amount)));
        return id;
    }

    private String interaction(String kind, String time) {
        String id = newId();
        publish(event("interaction.recorded.v1", id, 1, """
                {"facts":{"kind":"%s","time":"%s","subject":"s","customerId":"%s"}}""".formatted(kind, time, customer)));
        return id;
    }

    private String contact() {
        String id = newId();
        publish(event("contact.registered.v1", id, 1,
                "{\"facts\":{\"name\":\"李四\",\"customerId\":\"" + customer + "\"}}"));
        return id;
    }

    private String own(String list) {
        return "/api/customers/" + customer + "/" + list;
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
