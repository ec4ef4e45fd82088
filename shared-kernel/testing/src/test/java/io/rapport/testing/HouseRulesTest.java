package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theEmbeddedServersKeepTheRules() {
        assertThatCode(() -> HouseRules.check("io.rapport.embedded")).doesNotThrowAnyException();
    }

    @Test
    void aBreachIsNamed() {
        assertThatThrownBy(() -> HouseRules.checkReadingSide("io.rapport.embedded"))
            .isInstanceOf(AssertionError.class).hasMessageContaining("java.sql");
    }
}
