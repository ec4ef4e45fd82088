package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's note of who serves a data folder. A killed server leaves it, and by chance its process id is reused. */
record PostmasterFile(Path data) {

    /** Ends a server left over on this folder and removes its note. */
    void clearAfterKilledServer() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String id = Files.readAllLines(file).stream().findFirst().orElse("").trim();
        Optional<ProcessHandle> left = id.matches("\\d+") ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
        if (left.isPresent() && servesThisFolder(left.get())) {
            stop(left.get());
        }
        Files.deleteIfExists(file);
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains(data.toString())).isPresent()
            || process.info().command().filter(program -> program.startsWith(data.getParent().toString())).isPresent();
    }

    private static void stop(ProcessHandle server) throws IOException {
        ServerCommand.StopSignal.INT.sendTo(server);
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an older PostgreSQL was ending", interrupted);
        } catch (ExecutionException | TimeoutException stays) {
            throw new IOException("An older PostgreSQL (process " + server.pid() + ") does not end", stays);
        }
    }
}
