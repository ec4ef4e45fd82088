package io.rapport.jobs;

import io.rapport.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.check("io.rapport.jobs");
    }
}
