package io.rapport.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server a test runs, stops and kills. */
final class RunningServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final Path log;
    private Process process;
    private ServerCommand command;

    private RunningServer(EmbeddedServer server, Path log) {
        this.server = server;
        this.log = log;
    }

    static RunningServer start(EmbeddedServer server, Path folder) throws IOException {
        RunningServer running = new RunningServer(server, folder.resolveSibling(folder.getFileName() + ".log"));
        running.start();
        return running;
    }

    void start() throws IOException {
        command = server.prepare();
        process = command.endingWithItsStarter().redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(server.name() + " ended, see " + log);
            }
            return server.answers();
        });
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(20)).until(() -> Loopback.isFree(server.port()));
    }

    void stop() throws InterruptedException {
        command.stopSignal().sendTo(process.toHandle());
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException(server.name() + " does not stop");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
