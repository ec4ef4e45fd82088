package io.rapport.topics;

import io.rapport.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check("io.rapport.topics");
    }
}
