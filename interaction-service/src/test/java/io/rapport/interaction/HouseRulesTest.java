package io.rapport.interaction;

import io.rapport.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        HouseRules.check("io.rapport.interaction");
    }
}
