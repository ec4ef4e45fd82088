package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.KeptTrail.Arrival;
import io.rapport.customer.application.trail.TrailReport.Finding;
import io.rapport.customer.application.trail.TrailReport.Kind;
import io.rapport.testing.Servers;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Entries are kept once each, in order, sealed; whatever is done to them is found and named. */
class KeptTrailTest {

    private static final String NOBODY_LOOKS = "SET session_replication_role = replica; ";

    private static JdbcTemplate jdbc;
    private static KeptTrail kept;

    private final List<Arrival> topic = new ArrayList<>();

    @BeforeAll
    static void connect() {
        Servers.Database database = Servers.postgres("trail_" + UUID.randomUUID().toString().replace("-", ""));
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        jdbc = new JdbcTemplate(source);
        kept = new KeptTrail(new DataSourceTransactionManager(source), jdbc);
    }

    @BeforeEach
    void emptyTables() throws IOException {
        jdbc.execute("DROP TABLE IF EXISTS trail_entry, trail_head; DROP FUNCTION IF EXISTS trail_is_append_only");
        jdbc.execute(new ClassPathResource("db/migration/customer/V20261122_94__trail.sql")
                .getContentAsString(StandardCharsets.UTF_8));
        topic.clear();
        IntStream.range(0, 20).forEach(i -> topic.add(new Arrival(i, entry(i))));
    }

    @RepeatedTest(20)
    void theSameTopicGivesTheSameTrailHoweverItArrives(RepetitionInfo repetition) throws IOException {
        kept.add(topic);
        TrailReport wanted = audit();
        emptyTables();
        // Batches of any size, some of them again, some before their time; a message whose entry came before.
        Random random = new Random(repetition.getCurrentRepetition());
        while (kept.nextOffset() < topic.size()) {
            int from = random.nextInt(topic.size());
            int to = from + 1 + random.nextInt(topic.size() - from);
            long next = kept.nextOffset();
            long answer = kept.add(topic.subList(from, to));
            assertThat(answer).isEqualTo(from <= next ? Math.max(next, to) : next).isEqualTo(kept.nextOffset());
        }
        topic.add(new Arrival(20, topic.get(random.nextInt(20)).entry()));
        topic.add(new Arrival(21, null));
        kept.add(topic.subList(20, 22));
        kept.readAgain();
        kept.add(topic);

        assertThat(audit()).isEqualTo(wanted);
        assertThat(wanted.ok()).isTrue();
        assertThat(wanted.entries()).isEqualTo(20);
        assertThat(kept.nextOffset()).isEqualTo(22);
    }

    @Test
    void theDatabaseRefusesToChangeIt() {
        kept.add(topic);
        for (String change : List.of("UPDATE trail_entry SET who = 'nobody'", "DELETE FROM trail_entry",
                "TRUNCATE trail_entry", "DELETE FROM trail_entry WHERE false")) {
            assertThatThrownBy(() -> jdbc.execute(change)).as(change).isInstanceOf(DataAccessException.class)
                    .rootCause().hasMessageContaining("append-only");
        }
    }

    @Test
    void aChangedEntryIsNamed() throws IOException {
        for (String change : List.of("who = 'nobody'", "at = at + interval '1 ms'", "action = 'MERGED'", "kind = 'order'",
                "records = '{}'", "details = '{}'", "request_id = 'other'", "id = 'other'")) {
            kept.add(topic);
            tamper("UPDATE trail_entry SET " + change + " WHERE sequence = 7");

            assertThat(audit().findings()).as(change)
                    .containsExactly(new Finding(Kind.ALTERED, 7, topic.get(6).entry().id(), 6L));
            emptyTables();
        }
    }

    @Test
    void anEntryThatWasTakenAwayIsNamed() {
        kept.add(topic);
        tamper("DELETE FROM trail_entry WHERE sequence IN (7, 8, 20)");

        assertThat(audit().findings()).containsExactly(
                new Finding(Kind.MISSING, 7, topic.get(6).entry().id(), 6L),
                new Finding(Kind.MISSING, 8, topic.get(7).entry().id(), 7L),
                new Finding(Kind.MISSING, 20, topic.get(19).entry().id(), 19L));
    }

    @Test
    void sealingAllAnewDoesNotHideAChange() {
        List<Arrival> forged = new ArrayList<>(topic);
        forged.set(3, new Arrival(3, entry(99)));
        kept.add(forged);

        assertThat(audit().findings())
                .containsExactly(new Finding(Kind.ALTERED, 4, topic.get(3).entry().id(), 3L));
    }

    @Test
    void anEntryThatNobodyToldIsNamed() {
        kept.add(topic);
        topic.removeLast();

        assertThat(audit().findings()).extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.FOREIGN, 20L));
    }

    @Test
    void aForgedHeadIsNoticedAndWhatIsNotReadYetIsNoFault() {
        kept.add(topic.subList(0, 15));
        assertThat(audit()).satisfies(report -> {
            assertThat(report.ok()).isTrue();
            assertThat(report.pending()).isEqualTo(5);
            assertThat(report.hash()).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(new byte[32]));
        });

        jdbc.update("UPDATE trail_head SET hash = decode(repeat('11', 32), 'hex')");
        assertThat(audit().ok()).isFalse();
    }

    private static void tamper(String statement) {
        jdbc.execute(NOBODY_LOOKS + statement + "; RESET session_replication_role");
    }

    private TrailReport audit() {
        TrailTable table = new TrailTable(jdbc);
        TrailComparison comparison = new TrailComparison(table.head(), TrailAudit.kept(table, table.head()),
                table::isKnown);
        topic.forEach(comparison::told);
        return comparison.end();
    }

    private static TrailEntry entry(int i) {
        return new TrailEntry("0198c0de-0000-7000-8000-%012d".formatted(i), Instant.ofEpochMilli(1_000L * i),
                "user" + i % 3, TrailAction.values()[i % 5].name(), "customer", List.of("record" + i),
                Map.of("count", "" + i), i % 2 == 0 ? null : "request");
    }
}
