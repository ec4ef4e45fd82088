package io.rapport.reporting.search.api;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ListTest extends ReportingTest {

    /** Tells the records of this test from those of others. */
    private final String region = "R" + newId().replace("-", "");
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void fourCustomers() {
        for (String name : List.of("华为公司", "腾讯公司", "百度公司", "阿里巴巴")) {
            ids.add(newId());
            publish(customerRegistered(ids.getLast(), name, "{\"region\":\"" + region + "\",\"industry\":\"云服务\"}"));
        }
    }

    @Test
    void aSavedCustomerIsInTheNextList() {
        JsonNode list = read("/api/customers?q=huawei&filter=" + filter()).json();
        assertThat(list.get("total").asLong()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("id").asString()).isEqualTo(ids.getFirst());
        assertThat(list.get("items").get(0).get("activity").asString()).isEqualTo("DORMANT");
        assertThat(list.has("nextCursor")).isFalse();
    }

    @Test
    void aChangeIsSeenByASearchThatNamesIt() {
        publish(customerChanged(ids.getFirst(), 2, "{\"name\":\"荣耀终端\"}"));
        Answer answer = seen("/api/customers?q=rongyao&filter=" + filter(), token(0, 2));
        assertThat(answer.json().get("total").asLong()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.header("Data-Lag")).isPresent();
    }

    @Test
    void goesThroughAListByCursorAndByPage() {
        String path = "/api/customers?sort=name&size=3&fields=name&filter=" + filter();
        JsonNode first = read(path).json();
        assertThat(names(first)).containsExactly("阿里巴巴", "百度公司", "华为公司");
        assertThat(first.get("items").get(0).propertyNames()).containsExactlyInAnyOrder("id", "version", "access",
                "name");
        assertThat(first.get("total").asLong()).isEqualTo(4);

        JsonNode next = get(path + "&cursor=" + first.get("nextCursor").asString()).json();
        assertThat(names(next)).containsExactly("腾讯公司");
        assertThat(next.has("nextCursor")).isFalse();
        assertThat(names(get(path + "&page=2").json())).containsExactly("腾讯公司");
        assertThat(names(get(path + "&page=3").json())).isEmpty();
    }

    @Test
    void countsValuesOfTheSameList() {
        JsonNode facets = read("/api/customers/facets?fields=region,industry&filter=" + filter()).json().get("facets");
        assertThat(facets.get("region").toString()).isEqualTo("[{\"value\":\"" + region + "\",\"count\":4}]");
        assertThat(facets.get("industry").toString()).isEqualTo("[{\"value\":\"云服务\",\"count\":4}]");
    }

    @Test
    void archivedCustomersAreHiddenUnlessAskedFor() {
        publish(event("customer.archived.v1", ids.getFirst(), 2, "{}"));
        String path = "/api/customers?filter=" + filter();
        assertThat(seen(path, token(0, 2) + "," + tokens()).json().get("total").asLong()).isEqualTo(3);
        assertThat(get(path + "&archived=include").json().get("total").asLong()).isEqualTo(4);
        assertThat(get(path + "&archived=only").json().get("total").asLong()).isEqualTo(1);
    }

    @Test
    void withdrawnCustomersAreNowhere() {
        publish(event("customer.withdrawn.v1", ids.getFirst(), 2, "{}"));
        String path = "/api/customers?filter=" + filter();
        assertThat(seen(path, token(0, 2) + "," + tokens()).json().get("total").asLong()).isEqualTo(3);
        assertThat(get(path + "&archived=include").json().get("total").asLong()).isEqualTo(3);
        assertThat(get(path + "&archived=only").json().get("total").asLong()).isZero();
        assertThat(get("/api/customers/" + ids.getFirst()).status()).isEqualTo(404);
    }

    @Test
    void listsContactsAndInteractionsToo() {
        String contact = newId();
        String interaction = newId();
        publish(event("contact.registered.v1", contact, 1, "{\"facts\":{\"name\":\"王小明\",\"customerId\":\"c-" + region + "\"}}"),
                event("interaction.recorded.v1", interaction, 1, "{\"facts\":{\"kind\":\"CALL\",\"time\":\"2026-01-02T03:04:05Z\","
                        + "\"subject\":\"报价\",\"text\":\"谈了价格\",\"customerId\":\"c-" + region + "\"}}"));
        String mine = "&filter=" + encoded("customerId eq 'c-" + region + "'");
        assertThat(seen("/api/contacts?q=wxm" + mine, new ConsistencyToken("contact", contact, 1).encoded())
                .json().get("items").get(0).get("id").asString()).isEqualTo(contact);
        assertThat(seen("/api/interactions?q=" + encoded("价格") + mine,
                new ConsistencyToken("interaction", interaction, 1).encoded()).json().get("items").get(0).get("id").asString()).isEqualTo(interaction);
        assertThat(get("/api/interactions/facets?fields=kind" + mine).json().get("facets").get("kind").toString())
                .isEqualTo("[{\"value\":\"CALL\",\"count\":1}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "colour=red|parameter-unknown|colour", "size=0|number-not-between|size", "size=201|number-not-between|size",
            "size=x|number-not-between|size", "page=0|number-not-between|page", "page=201|page-too-deep|page",
            "size=200&page=51|page-too-deep|page", "sort=colour|field-unknown|sort", "archived=yes|archived-invalid|archived",
            "cursor=!|cursor-invalid|cursor", "cursor=e30&page=1|page-and-cursor|page", "q=a&q=b|parameter-repeated|q",
            "filter=region+is+5|filter-unexpected|filter", "filter=colour+eq+5|filter-unknown-field|filter",
            "filter=name+eq+5|filter-wrong-type|filter", "filter=%27|filter-quote-open|filter"})
    void refusesWhatItCannotRead(String query, String code, String field) {
        Answer answer = get("/api/customers?" + query, "Accept-Language", "zh-CN");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("message").asString()).containsPattern("[\\u4e00-\\u9fff]").doesNotContain("{");
    }

    @Test
    void aBadFilterIsAnsweredWithItsPosition() {
        Answer answer = get("/api/customers?filter=" + encoded("region eq '北京' and colour eq 5"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString())
                .isEqualTo("The filter names an unknown field “colour” at line 1, column 20.");
    }

    @ParameterizedTest
    @CsvSource({"fields=name,facet-not-possible", "fields=colour,field-unknown", "q=a,facets-missing",
            "fields=type&size=5,parameter-unknown"})
    void refusesFacetsItCannotCount(String query, String code) {
        Answer answer = get("/api/customers/facets?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void withoutATokenNothingIsListed() {
        assertThat(getAs(null, "/api/customers").status()).isEqualTo(401);
        assertThat(getAs(null, "/api/customers/facets?fields=type").status()).isEqualTo(401);
    }

    /** Reads once all customers of this test are seen. */
    private Answer read(String path) {
        return seen(path, tokens());
    }

    /** Asks again, as a client would, while a busy machine has not seen the writes in time. */
    private Answer seen(String path, String tokens) {
        Answer answer = await().atMost(Duration.ofMinutes(1))
                .until(() -> get(path, "Consistency-Token", tokens), got -> got.status() != 503);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private String tokens() {
        return String.join(",", ids.stream().map(id -> new ConsistencyToken("customer", id, 1).encoded()).toList());
    }

    private String token(int customer, long sequence) {
        return new ConsistencyToken("customer", ids.get(customer), sequence).encoded();
    }

    private String filter() {
        return encoded("region eq '" + region + "'");
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.get("items").forEach(item -> names.add(item.get("name").asString()));
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
