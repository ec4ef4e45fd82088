package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractExamplesTest {

    private final ContractExamples contracts = ContractExamples.in("contracts/sample/v1");

    @Test
    void findsTypesAndTheirExamples() {
        assertThat(contracts.types()).containsExactly("sample.happened.v1");
        assertThat(contracts.examples()).singleElement().satisfies(example ->
            assertThat(contracts.violations(example.type(), example.json())).isEmpty());
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(contracts.violations("sample.happened.v1", "{\"founded\":\"yesterday\"}"))
            .anyMatch(violation -> violation.contains("name"))
            .anyMatch(violation -> violation.contains("founded"));
    }

    @Test
    void refusesATypeWithoutSchema() {
        assertThatThrownBy(() -> contracts.violations("sample.unknown.v1", "{}")).hasMessageContaining("No schema");
    }
}
