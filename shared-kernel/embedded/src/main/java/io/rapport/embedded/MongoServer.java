package io.rapport.embedded;

import io.rapport.embedded.mongo.IndexedBackend;
import io.rapport.embedded.mongo.Snapshot;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MongoDB for one machine: the real {@code mongod} where it is installed, else a server that speaks its wire protocol
 * and keeps everything in memory. The latter writes a snapshot when it is stopped and loads it when it starts; killed,
 * it falls back to the snapshot before, read models and the offsets they stand at together.
 */
public final class MongoServer implements EmbeddedServer {

    private static final long LEAST_MEGABYTES = 640;

    private static final Logger log = LoggerFactory.getLogger(MongoServer.class);

    private final Path folder;
    private final int port;
    private final JavaRuntime java;

    /** @param folder holds data or snapshot; made when absent */
    public MongoServer(Path folder, int port, JavaRuntime java) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.java = java;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public int port() {
        return port;
    }

    /** Address of a database on this server. */
    public String uri(String database) {
        return "mongodb://" + Loopback.ADDRESS + ":" + port + "/" + database;
    }

    @Override
    public ServerCommand prepare() throws IOException {
        Optional<Path> mongod = Executables.onPath("mongod");
        if (mongod.isPresent()) {
            Path data = Files.createDirectories(folder.resolve("data"));
            return command(List.of(mongod.get().toString(), "--dbpath", data.toString(), "--bind_ip", Loopback.ADDRESS,
                "--port", Integer.toString(port), "--wiredTigerCacheSizeGB", "0.25", "--nounixsocket"));
        }
        Files.createDirectories(folder);
        // Nearly all of the heap lives on; the usual room above it, two thirds, would be memory that nobody uses.
        return command(java.run(MongoServer.class, List.of("-Xms64m", "-Xmx" + mostMegabytes() + "m",
            "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=30",
            "-Dio.netty.allocator.type=unpooled", "-Dio.netty.noPreferDirect=true"), folder, port));
    }

    /**
     * The heap holds all documents, about 3 KB for each customer, and grows only with them: at most an eighth of the
     * machine's memory, and enough for 100,000 customers in any case.
     */
    private static long mostMegabytes() {
        long machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return Math.max(LEAST_MEGABYTES, machine / 8);
    }

    private ServerCommand command(List<String> line) {
        return new ServerCommand(line, Map.of(), folder, ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM);
    }

    @Override
    public boolean answers() {
        return Loopback.accepts(port);
    }

    /**
     * Runs the in-memory server until this process is stopped.
     *
     * @param arguments folder, port
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Snapshot snapshot = new Snapshot(Path.of(arguments[0]).resolve("snapshot.bson"));
        int port = Integer.parseInt(arguments[1]);
        Lifeline.hold();
        IndexedBackend backend = new IndexedBackend();
        snapshot.load(backend);
        de.bwaldvogel.mongo.MongoServer server = new de.bwaldvogel.mongo.MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // Nobody writes any more when the snapshot is taken: it is of one moment.
            server.shutdownNow();
            snapshot.write(backend);
        }));
        server.bind(Loopback.ADDRESS, port);
        log.info("MongoDB wire protocol served from memory on port {}", port);
        Thread.currentThread().join();
    }
}
