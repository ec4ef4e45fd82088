package io.rapport.eventstore;

import io.rapport.eventstore.audit.AuditReport;
import io.rapport.eventstore.audit.AuditReport.Finding;
import io.rapport.eventstore.audit.AuditReport.Kind;
import io.rapport.eventstore.audit.EventStoreAudit;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OnRealServers
class AuditTest {

    private static final CommandContext CONTEXT = new CommandContext("zhangsan", null, "request", "corr-1", null);

    @Autowired Commands commands;
    @Autowired EventStoreAudit audit;
    @Autowired JdbcTemplate jdbc;

    @Test
    void storeAndTopicHoldTheSame() {
        writeTwice();

        AuditReport report = audited();

        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.store()).isEqualTo(report.published());
        assertThat(report.store().records()).isPositive();
        assertThat(report.store().events()).isEqualTo(jdbc.queryForObject("SELECT count(*) FROM domain_event", Long.class));
    }

    @Test
    void namesWhatIsMissingInTheTopic() {
        String id = writeTwice();
        audited();
        String lost = RecordIds.next();
        jdbc.update(copy("?, sequence_number, event_identifier, -1"), lost, id);
        try {
            assertThat(audit.run().findings()).containsExactly(new Finding(Kind.MISSING_IN_TOPIC, lost, 1, 1));
        } finally {
            jdbc.update("DELETE FROM domain_event WHERE aggregate_identifier = ?", lost);
        }
    }

    @Test
    void namesWhatWasNeverStoredAndWhatIsNotTheSame() {
        String removed = writeTwice();
        String shortened = writeTwice();
        String changed = writeTwice();
        audited();

        jdbc.update("UPDATE domain_event SET aggregate_identifier = 'hidden ' || aggregate_identifier, global_index = - global_index"
                + " WHERE aggregate_identifier = ?", removed);
        jdbc.update("UPDATE domain_event SET aggregate_identifier = 'hidden ' || aggregate_identifier, global_index = - global_index"
                + " WHERE aggregate_identifier = ? AND sequence_number = 1", shortened);
        jdbc.update("UPDATE domain_event SET event_identifier = 'changed ' || event_identifier"
                + " WHERE aggregate_identifier = ? AND sequence_number = 0", changed);
        try {
            AuditReport report = audit.run();

            assertThat(report.ok()).isFalse();
            assertThat(report.findings()).contains(
                    new Finding(Kind.FOREIGN, removed, 1, 2),
                    new Finding(Kind.FOREIGN, shortened, 2, 1),
                    new Finding(Kind.DIFFERENT, changed, 1, 2),
                    new Finding(Kind.MISSING_IN_STORE, "hidden " + shortened, 1, 1));
        } finally {
            jdbc.update("UPDATE domain_event SET aggregate_identifier = substr(aggregate_identifier, 8), global_index = - global_index"
                    + " WHERE aggregate_identifier LIKE 'hidden %'");
            jdbc.update("UPDATE domain_event SET event_identifier = substr(event_identifier, 9)"
                    + " WHERE event_identifier LIKE 'changed %'");
        }
    }

    private AuditReport audited() {
        return await().until(audit::run, report -> report.pending() == 0);
    }

    private String writeTwice() {
        String id = RecordIds.next();
        commands.execute(new Write(id, "N-" + id, "first", null), CONTEXT);
        commands.execute(new Reword(id, null, "second"), CONTEXT);
        return id;
    }

    private static String copy(String columns) {
        return """
                INSERT INTO domain_event (aggregate_identifier, sequence_number, event_identifier, global_index, type,
                    time_stamp, payload_type, payload_revision, payload, meta_data)
                SELECT %s, type, time_stamp, payload_type, payload_revision, payload, meta_data
                FROM domain_event WHERE aggregate_identifier = ? AND sequence_number = 0""".formatted(columns);
    }
}
