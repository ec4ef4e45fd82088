package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.testing.ContractExamples.Example;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service publishes is what its contract promises: every example is valid, and the private event that belongs
 * to it is published exactly as the example says. A change of either is a change of the contract.
 *
 * @param folder class path folder of the contract; see {@link ContractExamples}
 * @param events name of an example file, without {@code .json}, and the private event that leads to it
 * @param <E>    the private events
 */
public record PublishedExamples<E>(String folder, Map<String, E> events) {

    /**
     * @param type public type of a private event
     * @param data public data of a private event
     * @param json with which the data is written
     */
    public Stream<DynamicTest> tests(Function<E, String> type, Function<E, Object> data, JsonMapper json) {
        ContractExamples contract = ContractExamples.in(folder);
        List<Example> examples = contract.examples();
        Stream<DynamicTest> complete = Stream.of(
                DynamicTest.dynamicTest("every type has an example", () ->
                        assertThat(examples.stream().map(Example::type).distinct()).containsAll(contract.types())),
                DynamicTest.dynamicTest("every example has its event", () ->
                        assertThat(events.keySet().stream().map(name -> name + ".json"))
                                .containsExactlyInAnyOrderElementsOf(examples.stream().map(Example::name).toList())));
        Stream<DynamicTest> valid = examples.stream().map(example ->
                DynamicTest.dynamicTest(example.name() + " is valid", () ->
                        assertThat(contract.violations(example.type(), example.json())).isEmpty()));
        Stream<DynamicTest> published = examples.stream().map(example ->
                DynamicTest.dynamicTest(example.name() + " is published", () -> {
                    E event = events.get(example.name().substring(0, example.name().length() - ".json".length()));
                    String written = json.writeValueAsString(data.apply(event));
                    assertThat(type.apply(event)).isEqualTo(example.type());
                    assertThat(json.readTree(written)).isEqualTo(json.readTree(example.json()));
                    assertThat(contract.violations(example.type(), written)).isEmpty();
                }));
        return Stream.of(complete, valid, published).flatMap(Function.identity());
    }
}
