package io.rapport.testing;

import io.rapport.embedded.EmbeddedServer;
import io.rapport.embedded.Folders;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the shared test servers live and whose end ends them. */
final class TestServerHome {

    private TestServerHome() {
    }

    /** Descriptors, locks and logs. */
    static Path folder() {
        String chosen = System.getenv("RAPPORT_TEST_SERVERS_DIR");
        return chosen != null ? Path.of(chosen).toAbsolutePath() : root().resolve("target/test-servers");
    }

    /**
     * An empty folder for the data of one server: nothing of an older build may leak into the tests of this one. As
     * root the servers run as nobody, who may be unable to reach the project's folder.
     */
    static Path emptyDataFolder(String name) throws IOException {
        Path home = folder();
        Path data = isReachableByOthers(home) ? home.resolve(name)
            : Path.of(System.getProperty("java.io.tmpdir"), "rapport-test-servers-"
                + Integer.toHexString(home.hashCode()), name);
        Folders.delete(data);
        return Files.createDirectories(data);
    }

    /** The process with which the servers end; none when they are to be kept. */
    static Optional<ProcessHandle> lifeline() {
        if ("keep".equals(System.getenv("RAPPORT_TEST_SERVERS"))) {
            return Optional.empty();
        }
        ProcessHandle topmost = ProcessHandle.current();
        for (Optional<ProcessHandle> above = topmost.parent(); above.isPresent(); above = above.get().parent()) {
            if (above.get().info().command().filter(program -> program.endsWith("/java")).isPresent()) {
                topmost = above.get();
            }
        }
        return Optional.of(topmost);
    }

    /**
     * The class path for server processes: the libraries of this process, without the project's modules, which are
     * rebuilt while a kept server runs; of them only a copy of the embedded servers.
     */
    static String classPath(Path home) throws IOException {
        Path root = root();
        List<String> entries = new ArrayList<>(List.of(copyOfEmbedded(home).toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isBlank() && !Path.of(entry).toAbsolutePath().startsWith(root)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path copyOfEmbedded(Path home) throws IOException {
        Path source;
        try {
            source = Path.of(EmbeddedServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
        boolean classes = Files.isDirectory(source);
        // Classes have no one time of change: each process that starts a server copies them anew.
        Path target = home.resolve(classes ? "embedded-" + ProcessHandle.current().pid()
            : "embedded-" + Files.getLastModifiedTime(source).toMillis() + ".jar");
        if (Files.exists(target)) {
            return target;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                // The distribution is unpacked by us, not by the server's process.
                if (!file.toString().endsWith(".zip")) {
                    Files.copy(file, target.resolve(source.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return target;
    }

    private static boolean isReachableByOthers(Path folder) throws IOException {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.getPosixFilePermissions(above)
                .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** The project's root: the topmost folder above that has the Maven wrapper. */
    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return Path.of("").toAbsolutePath();
    }
}
