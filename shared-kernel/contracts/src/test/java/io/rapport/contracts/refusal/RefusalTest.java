package io.rapport.contracts.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RefusalTest {

    @Test
    void namesFieldAndCodeButCarriesNoStack() {
        var refusal = Refusal.of(Refusal.Kind.CONFLICT, "number", "number-taken", "001");

        assertThat(refusal).hasMessageContaining("number:number-taken").hasMessageNotContaining("001");
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void withoutAReasonIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Refusal.invalid(List.of()));
    }
}
