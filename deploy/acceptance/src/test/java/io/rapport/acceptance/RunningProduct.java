package io.rapport.acceptance;

import io.rapport.embedded.Folders;
import io.rapport.standalone.Port;
import io.rapport.standalone.Ports;
import io.rapport.standalone.Product;
import io.rapport.standalone.Progress;
import io.rapport.testing.http.RapportClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product, started once for all acceptance tests as {@code deploy/up} starts it, on an empty data folder.
 * Journeys can do with one that runs already: {@code -Drapport.running=http://localhost:8080}.
 */
public final class RunningProduct {

    private static RunningProduct running;

    private final Path data;
    private final Ports ports = Ports.free();
    private Product product;

    private RunningProduct() {
        try {
            data = Files.createTempDirectory("rapport-acceptance");
            // As root, the servers run as nobody and have to pass through.
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
        product = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Where journeys go: to the product that is named, else to the one that is started for all tests. */
    public static URI addressForJourneys() {
        String named = System.getProperty("rapport.running");
        return named == null ? get().address() : URI.create(named);
    }

    /**
     * A program beside the browser, for what a journey finds when it begins.
     *
     * @param client one of the clients of the local default
     */
    public static RapportClient clientForJourneys(String client) {
        return new RapportClient(addressForJourneys(), client, "demo");
    }

    static synchronized RunningProduct get() {
        if (running == null) {
            running = new RunningProduct();
        }
        return running;
    }

    /** Somebody who may do everything. */
    RapportClient admin() {
        return client("demo-admin");
    }

    /**
     * @param client one of the clients of the local default
     */
    RapportClient client(String client) {
        return new RapportClient(URI.create(product.address()), client, "demo");
    }

    URI address() {
        return URI.create(product.address());
    }

    String kafka() {
        return "127.0.0.1:" + ports.of(Port.KAFKA);
    }

    /** Kills one process with no chance to tidy up. */
    void kill(String process) {
        product.process(process).orElseThrow().destroyForcibly();
    }

    /** What the audit of a command service says of its store and its topic. */
    JsonNode audit(String service) {
        try {
            Process audit = product.runBeside(service, Map.of(), List.of("--rapport.audit"));
            try (var output = audit.getInputStream()) {
                return new JsonMapper().readTree(output);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops everything in order and starts it on the same data. */
    void restart() {
        product.close();
        product = start();
    }

    private Product start() {
        return Product.start(projectRoot(), data, ports, Progress.SILENT);
    }

    private void end() {
        product.close();
        try {
            Folders.delete(data);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** The folder that holds the whole project. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
