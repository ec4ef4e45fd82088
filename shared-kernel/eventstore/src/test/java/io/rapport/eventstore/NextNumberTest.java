package io.rapport.eventstore;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that the platform gives, past those that somebody has brought along. */
@OnRealServers
class NextNumberTest {

    private static final int DIGITS = 4;

    @Autowired Reservations reservations;
    @Autowired JdbcTemplate jdbc;

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

    private String next() {
        return reservations.reserveNext(scope, sequence, DIGITS, UUID.randomUUID().toString());
    }
}
