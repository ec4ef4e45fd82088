package io.rapport.reporting.freshness;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.time.Duration;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class VisibilityInListsTest extends ReportingTest {

    private final String id = newId();
    private final String word = "w" + id.substring(0, 8);

    @Test
    void theNextListContainsTheWriteItNames() {
        for (int version = 1; version <= 10; version++) {
            String name = word + " " + version;
            publish(version == 1 ? customerRegistered(id, name)
                    : customerChanged(id, version, "{\"name\":\"" + name + "\"}"));

            JsonNode items = getAfter(new ConsistencyToken("customer", id, version), "/api/customers?q=" + word)
                    .json().get("items");

            assertThat(items).hasSize(1);
            assertThat(items.get(0).get("name").asString()).isEqualTo(name);
        }
    }

    @Test
    void aWriteIsListedSoonWithoutBeingNamed() {
        publish(customerRegistered(id, word));

        await().atMost(Duration.ofSeconds(10)).until(() ->
                get("/api/customers?q=" + word).json().get("total").asInt() == 1);
    }

    @Test
    void aListThatCannotContainTheWriteSaysSo() {
        assertThat(getAfter(new ConsistencyToken("customer", id, 1), "/api/customers?size=1").status()).isEqualTo(503);
    }
}
