package io.rapport.reporting.intake;

import com.mongodb.client.model.Updates;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReadModelDefinitionTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private IntakeLoop intake;

    private final String id = newId();

    @Test
    void whatAnotherVersionMadeIsMadeAnew() {
        publish(customerRegistered(id, "Refilled", "{\"city\":\"北京\"}"), customerChanged(id, 2, "{\"city\":\"上海\"}"));
        getAfter(new ConsistencyToken("customer", id, 2), "/api/customers/" + id);
        leaveAsAVersionBeforeWould();

        intake.stop();
        intake.start();

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(get("/api/customers/" + id).json().path("city").asString("")).isEqualTo("上海");
            assertThat(get("/api/customers/" + id + "/history?field=city").json().path("items")).hasSize(2);
            assertThat(get("/api/customers?filter=id%20eq%20'" + id + "'").json().path("total").asInt()).isEqualTo(1);
        });
        assertThat(database().getCollection("read_model_definition").find().first().getString("definition"))
                .isNotEqualTo("former");
    }

    @Test
    void aStartOfTheSameVersionKeepsEverything() {
        publish(customerRegistered(id, "Kept"));
        getAfter(new ConsistencyToken("customer", id, 1), "/api/customers/" + id);
        database().getCollection("customers").updateOne(new Document("_id", id), Updates.set("city", "kept"));

        intake.stop();
        intake.start();

        publish(customerChanged(id, 2, "{\"region\":\"华东\"}"));
        assertThat(getAfter(new ConsistencyToken("customer", id, 2), "/api/customers/" + id).json().get("city")
                .asString()).isEqualTo("kept");
    }

    /** Without a field, and without a history. */
    private void leaveAsAVersionBeforeWould() {
        database().getCollection("customers").updateOne(new Document("_id", id), Updates.unset("city"));
        database().getCollection("customers_history")
                .deleteMany(new Document("_id", new Document("$in", List.of(id + "/1", id + "/2"))));
        database().getCollection("read_model_definition")
                .updateOne(new Document("_id", "present"), Updates.set("definition", "former"));
    }
}
