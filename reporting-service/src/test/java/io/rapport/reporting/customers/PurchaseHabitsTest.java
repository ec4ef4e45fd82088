package io.rapport.reporting.customers;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PurchaseHabitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void whoNeverBoughtHasNoHabits() {
        assertThat(PurchaseHabits.of(0, null, null, Map.of())).isNull();
    }

    @Test
    void aSingleOrderTellsNoFrequency() {
        assertThat(PurchaseHabits.of(1, DAY, DAY, Map.of()).everyDays()).isNull();
    }

    @Test
    void theMeanOfTheDaysBetweenIsRounded() {
        assertThat(PurchaseHabits.of(3, DAY, DAY.plusDays(61), Map.of()).everyDays()).isEqualTo(31);
        assertThat(PurchaseHabits.of(4, DAY, DAY, Map.of()).everyDays()).isZero();
    }

    @Test
    void theProductsInTheMostOrdersArePreferredAndEqualOnesGoByName() {
        assertThat(PurchaseHabits.of(9, DAY, DAY, Map.of("d", 1, "c", 5, "b", 2, "a", 2)).preferredProducts())
                .containsExactly("c", "a", "b");
    }
}
