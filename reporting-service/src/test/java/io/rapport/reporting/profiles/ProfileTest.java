package io.rapport.reporting.profiles;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class ProfileTest extends ReportingTest {

    private final String customer = newId();
    private final String name = "档案" + newId().substring(24);
    private final List<String> written = new ArrayList<>();

    @Test
    void allAboutACustomerAtAGlance() {
        String phone = "+86139" + Math.abs(customer.hashCode() % 100_000_000L + 100_000_000L);
        register(customer, ",\"productPreference\":\"交换机\",\"phone\":\"" + phone + "\"");
        String lookalike = newId();
        register(lookalike, ",\"phone\":\"" + phone + "\"");
        record("contact", "contact.registered.v1", "{\"facts\":{\"name\":\"张三\",\"customerId\":\"%s\"}}");
        String opportunity = record("opportunity", "opportunity.opened.v1", """
                {"facts":{"name":"核心网络","customerId":"%s"},"pipeline":"default","stage":"QUOTATION",
                 "stalledAfterDays":7}""");
        publish(event("opportunity.won.v1", record("opportunity", "opportunity.opened.v1", """
                {"facts":{"name":"旧项目","customerId":"%s"},"pipeline":"default","stage":"SIGNING"}"""), 2,
                "{\"stage\":\"SIGNING\",\"secondsInStage\":1,\"openSeconds\":1}"));
        for (int day = 1; day <= 7; day++) {
            record("order", "order.placed.v1", """
                    {"number":"%s-%d","facts":{"customerId":"%%s","orderedAt":"2026-01-0%d",
                     "amount":{"amount":"10.00","currency":"CNY"}}}""".formatted(name, day, day));
        }
        record("interaction", "interaction.recorded.v1",
                "{\"facts\":{\"kind\":\"CALL\",\"time\":\"2026-01-05T08:00:00Z\",\"subject\":\"回访\",\"customerId\":\"%s\"}}");

        JsonNode profile = profile().json();

        assertThat(profile.at("/customer/productPreference").asString()).isEqualTo("交换机");
        assertThat(profile.at("/customer/qualityScore").isNumber()).isTrue();
        assertThat(profile.at("/contacts/items/0/name").asString()).isEqualTo("张三");
        assertThat(profile.at("/openOpportunities/total").asInt()).as(profile.toString()).isEqualTo(1);
        assertThat(profile.at("/orders/total").asInt()).isEqualTo(7);
        assertThat(profile.at("/orders/items")).hasSize(5);
        assertThat(profile.at("/orders/items/0/orderedAt").asString()).isEqualTo("2026-01-07");
        assertThat(profile.at("/interactions/items/0/subject").asString()).isEqualTo("回访");
        assertThat(profile.at("/loyalty/href").asString()).isEqualTo("/api/customers/" + customer + "/loyalty");
        assertThat(profile.at("/duplicates/items/0/id").asString()).isEqualTo(lookalike);
        assertThat(profile.at("/nextActions/0/opportunityId").asString()).isEqualTo(opportunity);
        assertThat(profile.at("/nextActions/0/action/text").asString()).startsWith("In stage QUOTATION for ");
    }

    @Test
    void aCustomerOfWhomNothingIsKnownHasAnEmptyProfile() {
        register(customer, "");

        JsonNode profile = profile().json();

        assertThat(profile.at("/contacts/total").asInt()).isZero();
        assertThat(profile.get("nextActions")).isEmpty();
        assertThat(profile.get("loyalty").has("tier")).isFalse();
    }

    @Test
    void whatIsNotThereOrCannotBeToldIsRefused() {
        register(customer, "");
        profile();

        assertProblem(get("/api/customers/" + newId() + "/profile"), 404);
        assertProblem(get("/api/customers/" + customer + "/profile?asOf=2026-01-01T00:00:00Z"), 400);
        assertProblem(getAs(null, "/api/customers/" + customer + "/profile"), 401);
    }

    private void register(String id, String more) {
        publish(customerRegistered(id, name, "{" + (more.isEmpty() ? "" : more.substring(1)) + "}"));
        written.add(new ConsistencyToken("customer", id, 1).encoded());
    }

    /** @param data with the customer's id to be put in */
    private String record(String kind, String type, String data) {
        String id = newId();
        publish(event(type, id, 1, data.formatted(customer)));
        written.add(new ConsistencyToken(kind, id, 1).encoded());
        return id;
    }

    private Answer profile() {
        Answer profile = get("/api/customers/" + customer + "/profile", "Consistency-Token", String.join(",", written));
        assertThat(profile.status()).as(profile.toString()).isEqualTo(200);
        return profile;
    }
}
