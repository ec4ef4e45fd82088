package io.rapport.reporting.customers;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

class SingleCustomerTest extends ReportingTest {

    private final String id = newId();

    @Test
    void answersTheRecordOnceTheWriteIsSeen() {
        publish(customerRegistered(id, "华为技术有限公司", """
                {"annualRevenue":{"amount":"50000.00","currency":"CNY"},"founded":"1987-09-15","tags":["5G"],
                 "address":{"registered":"深圳市龙岗区坂田"},
                 "openingValues":{"contactName":"张三","lastInteractionAt":"2023-10-01",
                                  "opportunityAmount":{"amount":"1234.50","currency":"CNY"}}}"""));

        Answer answer = getAfter(write(1), "/api/customers/" + id);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).contains("\"1\"");
        assertThat(answer.header("Data-Lag")).isPresent();
        JsonNode customer = answer.json();
        assertThat(customer.get("name").asString()).isEqualTo("华为技术有限公司");
        assertThat(customer.get("annualRevenue").get("amount").asString()).isEqualTo("50000.00");
        assertThat(customer.get("founded").asString()).isEqualTo("1987-09-15");
        assertThat(customer.get("address").get("registered").asString()).isEqualTo("深圳市龙岗区坂田");
        assertThat(customer.get("primaryContact").asString()).isEqualTo("张三");
        assertThat(customer.get("lastInteractionAt").asString()).isEqualTo("2023-10-01T00:00:00Z");
        assertThat(customer.get("openOpportunityAmount").get("amount").asString()).isEqualTo("1234.50");
        assertThat(customer.get("lifecycleStage").asString()).isEqualTo("ACQUISITION");
        assertThat(customer.get("activity").asString()).isEqualTo("DORMANT");
        assertThat(customer.get("createdAt").asString()).isEqualTo("2026-01-01T08:00:01Z");
        assertThat(customer.get("createdBy").asString()).isEqualTo("zhangsan");
        assertThat(customer.get("version").asLong()).isEqualTo(1);
        assertThat(customer.get("archived").asBoolean()).isFalse();
        assertThat(customer.has("closed")).isFalse();
        assertThat(customer.has("phone")).isFalse();
    }

    @Test
    void followsEveryEventOfTheRecord() {
        publish(customerRegistered(id, "Old name", "{\"phone\":\"010-12345678\",\"city\":\"北京\"}"),
                event("customer.changed.v1", id, 2, "{\"changed\":{\"name\":\"New name\"},\"cleared\":[\"phone\"]}"),
                event("customer.owner-assigned.v1", id, 3, "{\"owner\":null,\"team\":\"/north\"}"),
                event("customer.status-changed.v1", id, 4, "{\"from\":\"POTENTIAL\",\"to\":\"CLOSED_WON\"}"),
                event("customer.activity-changed.v1", id, 5, "{\"to\":\"CLOSED\"}"),
                event("customer.of-tomorrow.v7", id, 6, "{\"what\":\"ever\"}"));

        JsonNode customer = getAfter(write(6), "/api/customers/" + id).json();

        assertThat(customer.get("name").asString()).isEqualTo("New name");
        assertThat(customer.get("city").asString()).isEqualTo("北京");
        assertThat(customer.has("phone")).isFalse();
        assertThat(customer.has("owner")).isFalse();
        assertThat(customer.get("team").asString()).isEqualTo("/north");
        assertThat(customer.get("salesStatus").asString()).isEqualTo("CLOSED_WON");
        assertThat(customer.get("lifecycleStage").asString()).isEqualTo("RETENTION");
        assertThat(customer.get("activity").asString()).isEqualTo("CLOSED");
        assertThat(customer.get("updatedAt").asString()).isEqualTo("2026-01-01T08:00:05Z");
        assertThat(customer.get("version").asLong()).isEqualTo(6);
    }

    @Test
    void answersAnArchivedRecordThatSaysSo() {
        publish(customerRegistered(id, "Gone"), event("customer.archived.v1", id, 2, "{}"));

        assertThat(getAfter(write(2), "/api/customers/" + id).json().get("archived").asBoolean()).isTrue();
    }

    @Test
    void answersOnlyTheFieldsAskedFor() {
        publish(customerRegistered(id, "Few fields"));

        JsonNode customer = getAfter(write(1), "/api/customers/" + id + "?fields=name,activity").json();

        assertThat(customer.propertyNames()).containsExactlyInAnyOrder("id", "version", "access",
                "name", "activity");
        assertThat(get("/api/customers/" + id + "?fields=nmae").status()).isEqualTo(400);
    }

    @Test
    void refusesWhatWouldHaveNoEffect() {
        Answer answer = get("/api/customers/" + id + "?of=yesterday");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("parameter-unknown");
    }

    @Test
    void knowsNothingOfAnUnknownRecord() {
        Answer answer = get("/api/customers/" + id, "Accept-Language", "zh-CN");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("unknown");
        assertThat(answer.header("Data-Lag")).isPresent();
    }

    @Test
    void answers503WhenAWriteDoesNotComeInTime() {
        publish(customerRegistered(id, "Late"));

        Answer answer = getAfter(write(2), "/api/customers/" + id);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.json().get("code").asString()).isEqualTo("write-not-visible-yet");
    }

    @Test
    void asksForATokenAndItsScope() {
        assertThat(getAs(null, "/api/customers/" + id).status()).isEqualTo(401);
        assertThat(getAs(Tokens.rep(), "/api/admin/dead-letters").status()).isEqualTo(403);
    }

    @Test
    void keepsTheSameStateUnderRedelivery() {
        publish(customerRegistered(id, "Twice"), customerChanged(id, 2, "{\"city\":\"上海\"}"));
        getAfter(write(2), "/api/customers/" + id);

        publish(customerRegistered(id, "Twice"), customerChanged(id, 2, "{\"city\":\"上海\"}"),
                customerChanged(id, 3, "{\"region\":\"华东\"}"));

        JsonNode customer = getAfter(write(3), "/api/customers/" + id).json();
        assertThat(customer.get("city").asString()).isEqualTo("上海");
        assertThat(customer.get("region").asString()).isEqualTo("华东");
    }

    private ConsistencyToken write(long sequence) {
        return new ConsistencyToken("customer", id, sequence);
    }
}
