package io.rapport.reporting;

import io.rapport.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theReadingSideKeepsTheRulesOfTheHouse() {
        HouseRules.checkReadingSide("io.rapport.reporting");
    }
}
