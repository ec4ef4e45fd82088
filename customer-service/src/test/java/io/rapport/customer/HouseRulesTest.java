package io.rapport.customer;

import io.rapport.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        HouseRules.check("io.rapport.customer");
    }
}
