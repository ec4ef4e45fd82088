package io.rapport.eventstore;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Numbers that the platform gives, past those that somebody has brought along. */
@OnRealServers
class NextNumberTest {

    private static final int DIGITS = 4;
    private static final CommandMessage<?> MESSAGE = CommandUnitOfWork.message("any",
            new CommandContext("zhangsan", null, "request", "corr-1", null));

    @Autowired Reservations reservations;
    @Autowired JdbcTemplate jdbc;
    @Autowired CommandUnitOfWork unitOfWork;

    private final String sequence = "numbers_" + UUID.randomUUID().toString().substring(0, 8);
    private final String scope = sequence;

    @BeforeEach
    void sequence() {
        jdbc.execute("CREATE SEQUENCE " + sequence);
    }

    @Test
    void theyAreCountedAndFilledWithZeros() {
        assertThat(next()).isEqualTo("0001");
        assertThat(next()).isEqualTo("0002");
    }

    @Test
    void theyGrowPastTheirLeastLength() {
        jdbc.execute("SELECT setval('" + sequence + "', 99999)");

        assertThat(next()).isEqualTo("100000");
    }

    @Test
    void oneThatIsTakenIsPassedOver() {
        reservations.reserve(scope, "0001", "a");

        assertThat(next()).isEqualTo("0002");
    }

    @Test
    void aWholeRangeIsPassedOver() {
        int taken = 5_000;
        jdbc.batchUpdate("INSERT INTO reservation (scope, value, record_id) VALUES (?, ?, 'brought')",
                IntStream.rangeClosed(1, taken).mapToObj(n -> new Object[] {scope, "%04d".formatted(n)}).toList());

        assertThat(Integer.parseInt(next())).isBetween(taken + 1, 4 * taken);
        Long asked = jdbc.queryForObject("SELECT count(*) FROM reservation WHERE scope = ?", Long.class, scope);
        assertThat(asked).isEqualTo(taken + 1);
    }

    @Test
    void manyCommandsGetTheirsTogether() {
        unitOfWork.run(MESSAGE, () -> {
            ReservationBatch batch = ReservationBatch.begin(CurrentUnitOfWork.get());
            batch.expect(3);
            assertThat(next()).isEqualTo("0001");
            batch.keep();
            assertThat(next()).isEqualTo("0002");
            batch.undo();
            batch.expect(1);
            assertThat(next()).isEqualTo("0003");
            return null;
        });

        assertThat(reserved()).containsExactly("0001", "0003");
        assertThat(next()).isEqualTo("0004");
    }

    @Test
    void oneThatSomebodyBroughtMeanwhileTakesAllBack() {
        RuntimeException failure = catchThrowableOfType(RuntimeException.class, () -> unitOfWork.run(MESSAGE, () -> {
            ReservationBatch batch = ReservationBatch.begin(CurrentUnitOfWork.get());
            batch.expect(2);
            next();
            next();
            return reservations.reserve(scope, "0002", "brought");
        }));

        assertThat(Collisions.isCollision(failure)).isTrue();
        assertThat(reserved()).isEmpty();
    }

    private List<String> reserved() {
        return jdbc.queryForList("SELECT value FROM reservation WHERE scope = ? ORDER BY 1", String.class, scope);
    }

    private String next() {
        return reservations.reserveNext(scope, sequence, DIGITS, UUID.randomUUID().toString());
    }
}
