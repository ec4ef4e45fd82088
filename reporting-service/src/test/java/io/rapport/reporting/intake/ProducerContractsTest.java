package io.rapport.reporting.intake;

import io.rapport.reporting.TestEvents;
import io.rapport.reporting.contacts.ContactReadModel;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.customfields.CustomFieldReadModel;
import io.rapport.reporting.interactions.InteractionReadModel;
import io.rapport.reporting.opportunities.OpportunityReadModel;
import io.rapport.reporting.orders.OrderReadModel;
import io.rapport.reporting.pipelines.PipelineReadModel;
import io.rapport.reporting.rates.RatesReadModel;
import io.rapport.reporting.tasks.TaskReadModel;
import io.rapport.testing.ContractExamples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What this consumer expects of public events, held against what the producers promise. An expectation in
 * {@code expectations/<kind>/v1} names the events of one record and fields of the document that come out of them.
 */
class ProducerContractsTest {

    private static final Map<String, ReadModel<?>> MODELS = Map.of("customer", new CustomerReadModel(),
            "contact", new ContactReadModel(), "interaction", new InteractionReadModel(),
            "task", new TaskReadModel(),
            "opportunity", new OpportunityReadModel(), "order", new OrderReadModel(),
            "exchange-rates", new RatesReadModel(),
            "custom-field", new CustomFieldReadModel(), "pipeline", new PipelineReadModel());

    private final String id = TestEvents.newId();

    @TestFactory
    Stream<DynamicTest> everyTypeThatIsPromisedIsKnown() {
        return MODELS.keySet().stream().flatMap(kind -> contracts(kind).types().stream()
                .map(type -> dynamicTest(type, () -> assertThat(MODELS.get(kind).knows(type)).isTrue())));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheProducerIsUnderstood() {
        return MODELS.keySet().stream().flatMap(kind -> contracts(kind).examples().stream()
                .map(example -> dynamicTest(example.name(), () -> {
                    RecordFold<?> fold = fold(MODELS.get(kind), arrival(example.type(), 1, example.json()));
                    assertThat(fold.parked()).isEmpty();
                    assertThat(fold.unknown()).isZero();
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyExpectationIsPromisedAndComesTrue() {
        return MODELS.keySet().stream().flatMap(kind -> expectations(kind).map(file ->
                dynamicTest(kind + " " + file.getFilename(), () -> check(kind, json(file)))));
    }

    private void check(String kind, JsonNode expectation) {
        List<Arrival> arrivals = new ArrayList<>();
        for (JsonNode event : expectation.get("events")) {
            String type = event.get("type").asString();
            String data = event.get("data").toString();
            assertThat(contracts(kind).violations(type, data)).as(type).isEmpty();
            arrivals.add(arrival(type, arrivals.size() + 1, data));
        }

        RecordFold<?> fold = fold(MODELS.get(kind), arrivals.toArray(Arrival[]::new));

        JsonNode document = EventJson.MAPPER.valueToTree(fold.document());
        for (Map.Entry<String, JsonNode> expected : expectation.get("document").properties()) {
            JsonNode actual = document.path(expected.getKey());
            assertThat(actual.isMissingNode() ? "null" : actual.toString()).as(expected.getKey())
                    .isEqualTo(expected.getValue().toString());
        }
    }

    private static <D extends RecordDocument> RecordFold<D> fold(ReadModel<D> model, Arrival... arrivals) {
        return RecordFold.of(model, null, List.of(arrivals));
    }

    private Arrival arrival(String type, long sequence, String data) {
        var event = TestEvents.event(type, id, sequence, data);
        return new Arrival(event, new ConsumerRecord<>("any", 0, sequence, id, event.data()));
    }

    private static ContractExamples contracts(String kind) {
        return ContractExamples.in("contracts/" + kind + "/v1");
    }

    private static Stream<Resource> expectations(String kind) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:expectations/" + kind + "/v1/*.json"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static JsonNode json(Resource file) throws IOException {
        return EventJson.MAPPER.readTree(file.getContentAsByteArray());
    }
}
