package io.rapport.contracts;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTest {

    @Test
    void hasAtLeastTheDigitsOfItsCurrency() {
        assertThat(new Money(new BigDecimal("50000"), "CNY").amount()).isEqualTo("50000.00");
        assertThat(new Money(new BigDecimal("50000"), "JPY").amount()).isEqualTo("50000");
    }

    @Test
    void losesNoDigitItWasGiven() {
        assertThat(new Money(new BigDecimal("0.1234567890123456789"), "CNY").amount())
                .isEqualTo("0.1234567890123456789");
    }

    @Test
    void refusesACurrencyThatDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(BigDecimal.ONE, "RMB"));
    }
}
