package io.rapport.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Who runs on a data folder: a lock, held while a launcher lives, and {@code run/processes.json}, which names the
 * launcher's and every process's id. With its time of start beside it an id is not mistaken for a later process.
 */
final class StateFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);

    /** What the file says of one process. */
    record Entry(String name, long pid, String started, String state) {

        /** The process, unless it ended. */
        Optional<ProcessHandle> alive() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started));
        }
    }

    private final Path file;
    private final Path lockFile;

    StateFile(DataFolder data) {
        this.file = data.run().resolve("processes.json");
        this.lockFile = data.run().resolve("launcher.lock");
    }

    /** Claims the data folder for this process until it ends or closes the claim; empty when another has it. */
    Optional<AutoCloseable> claim() {
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return Optional.of(channel);
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // The channel stays open: on Linux, closing it would give up the lock this process holds.
                return Optional.empty();
            }
            channel.close();
            return Optional.empty();
        } catch (IOException refused) {
            throw new StartFailure("The data folder cannot be used: " + refused.getMessage(), refused);
        }
    }

    synchronized void write(String address, Collection<ManagedProcess> processes) {
        Map<String, Object> listed = new LinkedHashMap<>();
        for (ManagedProcess process : processes) {
            Map<String, Object> entry = new LinkedHashMap<>();
            process.handle().ifPresent(handle -> entry.putAll(identity(handle)));
            entry.put("state", process.state().name());
            entry.put("log", process.log().file().toString());
            listed.put(process.name(), entry);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("address", address);
        all.put("launcher", identity(ProcessHandle.current()));
        all.put("processes", listed);
        try {
            Path unfinished = file.resolveSibling("processes.json.unfinished");
            Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new StartFailure("The state cannot be written: " + full.getMessage(), full);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Where the product answers, as the file says. */
    Optional<String> address() {
        return read().map(all -> all.path("address").asString());
    }

    Optional<Entry> launcher() {
        return read().map(all -> entry("launcher", all.path("launcher")));
    }

    List<Entry> processes() {
        List<Entry> entries = new ArrayList<>();
        read().ifPresent(all -> all.path("processes").properties()
            .forEach(named -> entries.add(entry(named.getKey(), named.getValue()))));
        return entries;
    }

    /** Ends what a killed launcher left, the services before the servers they stand on. Returns their names. */
    List<String> endLeftovers() {
        List<String> ended = new ArrayList<>();
        List<Entry> entries = processes().reversed();
        for (Entry entry : entries) {
            entry.alive().ifPresent(process -> {
                end(process);
                ended.add(entry.name());
            });
        }
        return ended;
    }

    private static void end(ProcessHandle process) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        process.destroy();
        try {
            end.orTimeout(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException stays) {
            process.destroyForcibly();
        }
    }

    private Optional<JsonNode> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static Entry entry(String name, JsonNode node) {
        return new Entry(name, node.path("pid").asLong(-1), node.path("started").asString(""),
            node.path("state").asString(""));
    }

    private static Map<String, Object> identity(ProcessHandle process) {
        return Map.of("pid", process.pid(), "started", startOf(process));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
