package io.rapport.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL 18 from the binaries a Maven artifact carries. Whoever reaches the loopback is trusted as user
 * {@value #USER}. {@code fsync} stays on: what was acknowledged survives a power cut.
 */
public final class PostgresServer implements EmbeddedServer {

    /** Owner of all databases; the password is accepted but not needed. */
    public static final String USER = "rapport";

    private static final Map<String, String> SETTINGS = Map.of(
        "listen_addresses", Loopback.ADDRESS,
        "unix_socket_directories", "",
        "max_connections", "120",
        "shared_buffers", "96MB",
        "max_wal_size", "512MB",
        "random_page_cost", "1.1",
        "log_line_prefix", "%m [%p] ",
        "timezone", "UTC",
        "log_timezone", "UTC");

    private final Path folder;
    private final int port;

    /** @param folder holds binaries and data; made when absent */
    public PostgresServer(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public int port() {
        return port;
    }

    /** Address of a database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.ADDRESS + ":" + port + "/" + database;
    }

    @Override
    public ServerCommand prepare() throws IOException {
        Path programs = unpackedPrograms();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(programs);
        }
        new PostmasterFile(data()).clearAfterKilledServer();
        List<String> command = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(),
            "-D", data().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        return new ServerCommand(command, Map.of("LC_ALL", "C"), folder, ServerCommand.Account.UNPRIVILEGED,
            ServerCommand.StopSignal.INT);
    }

    @Override
    public boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Creates a database unless it exists.
     *
     * @param database a plain lower-case name
     * @throws SQLException when the server refuses
     */
    public void createDatabase(String database) throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain name of a database: " + database);
        }
        try (Connection connection = connect("postgres");
             PreparedStatement known = connection.prepareStatement("select 1 from pg_database where datname = ?");
             Statement create = connection.createStatement()) {
            known.setString(1, database);
            if (!known.executeQuery().next()) {
                create.execute("create database " + database);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database) + "?user=" + USER + "&connectTimeout=2&loginTimeout=2");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path unpackedPrograms() throws IOException {
        String archive = "postgres-" + system() + "-" + architecture() + ".txz";
        return Unpacking.once(folder.resolve("programs-18.4"), unpacked -> {
            try (InputStream packed = PostgresServer.class.getResourceAsStream("/" + archive)) {
                if (packed == null) {
                    throw new IOException("No PostgreSQL for this machine on the class path: " + archive);
                }
                unpack(packed, unpacked);
            }
        });
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(file,
                        PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Makes the cluster beside its final place, so that a start cut short leaves no half-made one. */
    private void initialise(Path programs) throws IOException {
        Path unfinished = folder.resolve("data-unfinished");
        Folders.delete(unfinished);
        Folders.delete(data());
        Files.createDirectories(unfinished);
        Unprivileged.own(folder);
        Unprivileged.own(unfinished);
        ServerCommand initdb = new ServerCommand(List.of(programs.resolve("bin/initdb").toString(),
            "-D", unfinished.toString(), "-U", USER, "-A", "trust", "-E", "UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            Map.of("LC_ALL", "C"), folder, ServerCommand.Account.UNPRIVILEGED, ServerCommand.StopSignal.TERM);
        Process process = initdb.endingWithItsStarter().start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("initdb failed: " + output);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("initdb was interrupted", interrupted);
        }
        Files.move(unfinished, data());
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
