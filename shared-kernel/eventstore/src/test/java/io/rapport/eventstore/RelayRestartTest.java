package io.rapport.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rapport.eventstore.audit.AuditReport;
import io.rapport.eventstore.audit.EventStoreAudit;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import io.rapport.eventstore.note.NoteService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts the service while Kafka cannot be reached, lets it be reached later, and starts the service once more. */
class RelayRestartTest {

    private static final CommandContext CONTEXT = new CommandContext("zhangsan", null, "request", "corr-1", null);

    private final TestAddresses addresses = TestAddresses.unique();

    @Test
    void recordsWithoutKafkaRelaysLaterAndGoesOnWhereItStopped() throws IOException {
        String id = RecordIds.next();
        int port = freePort();
        try (ConfigurableApplicationContext service = start("127.0.0.1:" + port)) {
            Commands commands = service.getBean(Commands.class);
            commands.execute(new Write(id, "N", "first", null), CONTEXT);
            commands.execute(new Reword(id, null, "second"), CONTEXT);

            Thread.ofVirtual().start(() -> forward(port, addresses.bootstrapServers()));

            assertThat(auditedWith(service, 2).duplicates()).isZero();
        }
        try (ConfigurableApplicationContext service = start(addresses.bootstrapServers())) {
            service.getBean(Commands.class).execute(new Reword(id, 1L, "third"), CONTEXT);

            AuditReport report = auditedWith(service, 3);

            assertThat(report.ok()).isTrue();
            assertThat(report.duplicates()).as("resent although it was acknowledged").isZero();
        }
        try (PublicTopic topic = new PublicTopic(addresses.bootstrapServers(), addresses.topic())) {
            assertThat(topic.await(id, 3)).extracting(message -> PublicTopic.header(message, "ce_sequence"))
                    .isEqualTo(List.of("1", "2", "3"));
        }
    }

    private ConfigurableApplicationContext start(String bootstrapServers) {
        Map<String, Object> properties = new HashMap<>(addresses.properties());
        properties.put("rapport.kafka.bootstrap-servers", bootstrapServers);
        return new SpringApplicationBuilder(NoteService.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("test-addresses", properties)))
                .run();
    }

    private AuditReport auditedWith(ConfigurableApplicationContext service, int events) {
        EventStoreAudit audit = service.getBean(EventStoreAudit.class);
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .until(audit::run, report -> report.published().events() == events && report.pending() == 0);
    }

    /** Clients learn the broker's own address through this port, and then go there. */
    private static void forward(int port, String bootstrapServers) {
        String[] target = bootstrapServers.split(":");
        try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket in = server.accept();
                Socket out = new Socket(target[0], Integer.parseInt(target[1]));
                Thread.ofVirtual().start(() -> copy(in, out));
                Thread.ofVirtual().start(() -> copy(out, in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side hung up.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
