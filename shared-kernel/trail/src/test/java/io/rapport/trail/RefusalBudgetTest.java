package io.rapport.trail;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalBudgetTest {

    private final RefusalBudget budget = new RefusalBudget();

    @Test
    void aFewAreToldOneByOneAndTheOthersAsASum() {
        assertThat(refused("zhangsan", 4_711)).isEqualTo(RefusalBudget.SINGLE);
        assertThat(refused("lisi", 3)).isEqualTo(3);

        assertThat(budget.endMinute())
                .containsExactly(new RefusalBudget.Sum("zhangsan", 4_711 - RefusalBudget.SINGLE));
        assertThat(budget.endMinute()).isEmpty();
        assertThat(refused("zhangsan", 1)).isEqualTo(1);
    }

    @Test
    void neitherMemoryNorTrailGrowWithCallersWithoutEnd() {
        long single = IntStream.range(0, 20_000).filter(i -> budget.single("caller" + i)).count();

        assertThat(single).isEqualTo(10_000 + RefusalBudget.SINGLE);
        assertThat(budget.endMinute())
                .containsExactly(new RefusalBudget.Sum(RefusalBudget.OTHERS, 10_000 - RefusalBudget.SINGLE));
    }

    private long refused(String who, int times) {
        return IntStream.range(0, times).filter(_ -> budget.single(who)).count();
    }
}
