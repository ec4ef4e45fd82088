package io.rapport.testing;

import io.rapport.embedded.EmbeddedServer;
import io.rapport.embedded.JavaRuntime;
import io.rapport.embedded.Lifeline;
import io.rapport.embedded.Loopback;
import io.rapport.embedded.ServerCommand;
import io.rapport.embedded.ServerHost;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One embedded server shared by all test processes of a build: the first that asks starts it as a process of its own
 * and notes in a descriptor where it is, under a file lock; the others read the note.
 */
final class SharedServer {

    /** Makes the server to start when none runs. */
    interface Factory {
        EmbeddedServer server(Path folder, int port, JavaRuntime java);
    }

    private static final Logger log = LoggerFactory.getLogger(SharedServer.class);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String name;
    private final Path home;
    private final Path descriptor;

    private SharedServer(String name) {
        this.name = name;
        this.home = TestServerHome.folder();
        this.descriptor = home.resolve(name + ".properties");
    }

    static SharedServer of(String name) {
        return new SharedServer(name);
    }

    /** The port of the running server, started now if need be. */
    int port(Factory factory) {
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(home.resolve(name + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                Optional<Integer> running = runningPort();
                return running.isPresent() ? running.get() : start(factory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The test server " + name + " does not start", failed);
        }
    }

    private Optional<Integer> runningPort() throws IOException {
        if (!Files.exists(descriptor)) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(descriptor)) {
            note.load(reader);
        }
        Optional<Instant> started = ProcessHandle.of(Long.parseLong(note.getProperty("pid")))
            .filter(ProcessHandle::isAlive).flatMap(process -> process.info().startInstant());
        return started.filter(instant -> instant.toString().equals(note.getProperty("started")))
            .map(alive -> Integer.parseInt(note.getProperty("port")));
    }

    private int start(Factory factory) throws IOException {
        JavaRuntime java = new JavaRuntime(Path.of(System.getProperty("java.home")), TestServerHome.classPath(home));
        EmbeddedServer server = factory.server(TestServerHome.emptyDataFolder(name), Loopback.freePort(), java);
        ServerCommand command = server.prepare();
        // Java programs of ours hold the lifeline themselves; PostgreSQL and Elasticsearch need a host that does.
        boolean holdsLifeline = command.command().getFirst().equals(java.home().resolve("bin/java").toString());
        ProcessBuilder builder = (holdsLifeline ? command : ServerHost.around(command, java)).detached();
        Path output = home.resolve(name + ".log");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        TestServerHome.lifeline().ifPresent(process ->
            builder.environment().put(Lifeline.VARIABLE, Long.toString(process.pid())));
        log.info("Starting the test server {} on port {}", name, server.port());
        Process process = builder.start();
        awaitAnswer(server, process, output);
        note(process, server.port());
        return server.port();
    }

    private void awaitAnswer(EmbeddedServer server, Process process, Path output) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!server.answers()) {
            if (!process.isAlive()) {
                throw new IOException(name + " ended with " + process.exitValue() + ", see " + output);
            }
            if (Instant.now().isAfter(end)) {
                process.destroy();
                throw new IOException(name + " does not answer after " + PATIENCE + ", see " + output);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void note(Process process, int port) throws IOException {
        Properties note = new Properties();
        note.setProperty("pid", Long.toString(process.pid()));
        note.setProperty("started", process.info().startInstant().orElseThrow().toString());
        note.setProperty("port", Integer.toString(port));
        try (Writer writer = Files.newBufferedWriter(descriptor)) {
            note.store(writer, "A running test server");
        }
    }
}
