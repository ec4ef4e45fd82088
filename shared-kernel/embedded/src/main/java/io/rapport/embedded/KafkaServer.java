package io.rapport.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller in a single process. Topics keep everything: nothing is deleted by age.
 * Acknowledged records survive a killed process.
 */
public final class KafkaServer implements EmbeddedServer {

    private static final Logger log = LoggerFactory.getLogger(KafkaServer.class);

    private static final int NODE = 1;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final JavaRuntime java;

    /**
     * @param folder         holds the log; made when absent
     * @param controllerPort a second loopback port, used by the node to talk to itself
     */
    public KafkaServer(Path folder, int port, int controllerPort, JavaRuntime java) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.java = java;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    /** The bootstrap address for clients. */
    public String bootstrapServers() {
        return Loopback.ADDRESS + ":" + port;
    }

    @Override
    public ServerCommand prepare() throws IOException {
        Files.createDirectories(folder);
        return new ServerCommand(java.run(KafkaServer.class, List.of("-Xms96m", "-Xmx192m"), folder, port,
            controllerPort), Map.of(), folder, ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM);
    }

    @Override
    public boolean answers() {
        if (!Loopback.accepts(port)) {
            return false;
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "request.timeout.ms", 1_500,
            "default.api.timeout.ms", 1_500);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception notYet) {
            return false;
        }
    }

    /**
     * Runs the node until this process is stopped.
     *
     * @param arguments folder, port, controller port
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        Lifeline.hold();
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
            KafkaConfig.fromProps(settings(folder, port, controllerPort), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        log.info("Kafka serves {} on port {}", folder, port);
        server.awaitShutdown();
    }

    /** Done on every start: it does nothing where the folder is formatted, and finishes what a kill interrupted. */
    private static void format(Path folder) throws Exception {
        Path clusterId = folder.resolve("cluster.id");
        if (!Files.exists(clusterId)) {
            Path unfinished = folder.resolve("cluster.id.unfinished");
            Files.writeString(unfinished, Uuid.randomUuid().toString());
            Files.move(unfinished, clusterId);
        }
        new Formatter()
            .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
            .setNodeId(NODE)
            .setClusterId(Files.readString(clusterId).trim())
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(logFolder(folder))
            .addDirectory(logFolder(folder))
            .setIgnoreFormatted(true)
            .run();
    }

    private static String logFolder(Path folder) {
        return folder.resolve("log").toString();
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        String broker = "PLAINTEXT://" + Loopback.ADDRESS + ":" + port;
        String controller = Loopback.ADDRESS + ":" + controllerPort;
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("controller.quorum.voters", NODE + "@" + controller),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
            Map.entry("listeners", broker + ",CONTROLLER://" + controller),
            Map.entry("advertised.listeners", broker),
            Map.entry("log.dirs", logFolder(folder)),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("log.retention.ms", "-1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // The default takes 128 MiB at once.
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2")));
        return settings;
    }
}
