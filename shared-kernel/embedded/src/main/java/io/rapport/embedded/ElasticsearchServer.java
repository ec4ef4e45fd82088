package io.rapport.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Elasticsearch from the distribution its makers publish for integration tests: the core, without modules. */
public final class ElasticsearchServer implements EmbeddedServer {

    private static final String DISTRIBUTION = "elasticsearch.zip";

    private final Path folder;
    private final int port;
    private final JavaRuntime java;

    /** @param folder holds program and data; made when absent */
    public ElasticsearchServer(Path folder, int port, JavaRuntime java) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.java = java;
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public int port() {
        return port;
    }

    /** Address of its HTTP interface. */
    public String uri() {
        return "http://" + Loopback.ADDRESS + ":" + port;
    }

    @Override
    public ServerCommand prepare() throws IOException {
        Path program = Unpacking.once(folder.resolve("program"), ElasticsearchServer::unpack);
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("logs"));
        copy("elasticsearch-jvm.options", configuration.resolve("jvm.options"));
        copy("elasticsearch-log4j2.properties", configuration.resolve("log4j2.properties"));
        Files.writeString(configuration.resolve("elasticsearch.yml"), settings());
        Unprivileged.own(folder);
        for (String part : List.of("configuration", "temporary", "data", "logs")) {
            Unprivileged.own(folder.resolve(part));
        }
        return new ServerCommand(List.of(program.resolve("bin/elasticsearch").toString()), Map.of(
            "ES_JAVA_HOME", java.home().toString(),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", temporary.toString(),
            "CLI_JAVA_OPTS", "-Xms4m -Xmx24m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "HOME", folder.toString()),
            folder, ServerCommand.Account.UNPRIVILEGED, ServerCommand.StopSignal.TERM);
    }

    @Override
    public boolean answers() {
        try {
            HttpURLConnection connection =
                (HttpURLConnection) URI.create(uri() + "/_cluster/health?local=true").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private String settings() {
        return """
            cluster.name: rapport
            node.name: rapport
            path.data: %1$s/data
            path.logs: %1$s/logs
            http.host: %2$s
            http.port: %3$d
            transport.host: %2$s
            transport.port: 0
            discovery.type: single-node
            xpack.security.enabled: false
            action.destructive_requires_name: true
            # Absolute, because a share of a large and well-filled disk would stop writing far too early.
            cluster.routing.allocation.disk.watermark.low: 2gb
            cluster.routing.allocation.disk.watermark.high: 1gb
            cluster.routing.allocation.disk.watermark.flood_stage: 500mb
            """.formatted(folder, Loopback.ADDRESS, port);
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = ElasticsearchServer.class.getResourceAsStream(DISTRIBUTION)) {
            if (packed == null) {
                throw new IOException("The Elasticsearch distribution is not on the class path: build the module "
                    + "embedded with Maven.");
            }
            ZipInputStream zip = new ZipInputStream(packed);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String withoutTopFolder = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = target.resolve(withoutTopFolder).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                    if (withoutTopFolder.startsWith("bin/")) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream content = ElasticsearchServer.class.getResourceAsStream(resource)) {
            Files.write(target, content.readAllBytes());
        }
    }
}
