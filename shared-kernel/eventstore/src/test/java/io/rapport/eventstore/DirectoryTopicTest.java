package io.rapport.eventstore;

import java.util.List;
import java.util.Map;

import io.rapport.eventstore.audit.AuditReport;
import io.rapport.eventstore.audit.AuditReport.Finding;
import io.rapport.eventstore.audit.AuditReport.Kind;
import io.rapport.eventstore.audit.EventStoreAudit;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Records that count as definitions: their events go to the compacted topic, and nowhere else. */
@OnRealServers
@TestPropertySource(properties = "rapport.directory-kinds=note")
class DirectoryTopicTest {

    private static final CommandContext CONTEXT = new CommandContext("admin", null, "request", "corr-1", null);

    @Autowired Commands commands;
    @Autowired EventStoreAudit audit;
    @Autowired JdbcTemplate jdbc;
    @Value("${rapport.kafka.bootstrap-servers}") String kafka;
    @Value("${rapport.topics.directory}") String topic;

    @Test
    void definitionsGoToTheCompactedTopicAndTheLastOfEachIsAudited() throws Exception {
        String id = RecordIds.next();
        commands.execute(new Write(id, "N-" + id, "first", null), CONTEXT);
        commands.execute(new Reword(id, null, "second"), CONTEXT);
        commands.execute(new Reword(id, null, "third"), CONTEXT);

        AuditReport report = await().until(audit::run, audited -> audited.pending() == 0);
        assertThat(report.findings()).isEmpty();
        assertThat(report.store().events()).as("of the service's own topic").isZero();
        try (PublicTopic published = new PublicTopic(kafka, topic)) {
            assertThat(published.await(id, 3)).extracting(message -> PublicTopic.header(message, "ce_sequence"))
                    .containsExactly("1", "2", "3");
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            assertThat(admin.describeConfigs(List.of(resource)).all().get().get(resource).get("cleanup.policy").value())
                    .isEqualTo("compact");
            assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions()).hasSize(1);
        }

        jdbc.update("UPDATE domain_event SET event_identifier = 'x' WHERE sequence_number = 2");
        assertThat(audit.run().findings()).containsExactly(new Finding(Kind.DIFFERENT, id, 3, 1));
        jdbc.update("DELETE FROM domain_event");
        assertThat(audit.run().findings()).containsExactly(new Finding(Kind.FOREIGN, id, 3, 1));
    }
}
