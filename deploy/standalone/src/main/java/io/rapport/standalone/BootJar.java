package io.rapport.standalone;

import io.rapport.embedded.Folders;
import io.rapport.embedded.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A service's boot jar, laid out in the data folder so that a rebuild does not disturb the running service, with a
 * cache of its loaded classes (JEP 483) that more than halves its start. Layout and cache belong to one jar and one
 * JDK: with another of either they are made anew. Without the cache the service starts all the same, only slower.
 */
final class BootJar {

    private static final String CACHE = "classes.aot";

    private final Service service;
    private final Path jar;
    private final Path layout;
    private final Path java;

    private BootJar(Service service, Path jar, Path layout, Path java) {
        this.service = service;
        this.jar = jar;
        this.layout = layout;
        this.java = java;
    }

    /** @throws StartFailure when the service has not been built */
    static BootJar of(Service service, Path projectRoot, DataFolder data, Path javaHome) {
        Path jar = find(service, projectRoot.resolve(service.folder()).resolve("target"));
        return new BootJar(service, jar, data.service(service.artifact()).resolve(identity(jar)),
            javaHome.resolve("bin/java"));
    }

    /** The command that runs the service. */
    ServerCommand command(Map<String, String> environment) throws IOException {
        layOut();
        List<String> options = new ArrayList<>(options());
        if (hasCache()) {
            options.add("-XX:AOTCache=" + layout.resolve(CACHE));
            options.add("-Xlog:aot=off,aot*=off");
        }
        return run(options, environment);
    }

    /** The command that runs the jar as it was built, for a short run that must not touch what is laid out. */
    ServerCommand asBuilt(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options());
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(arguments);
        return new ServerCommand(command, environment, layout.getParent(), ServerCommand.Account.OWN,
            ServerCommand.StopSignal.TERM);
    }

    boolean hasCache() {
        return Files.exists(layout.resolve(CACHE));
    }

    /** The command of a run that only fills the cache and ends before the service would serve. */
    ServerCommand training(Map<String, String> environment) {
        List<String> options = new ArrayList<>(options());
        options.add("-XX:AOTCacheOutput=" + layout.resolve(CACHE + ".unfinished"));
        options.add("-Xlog:aot=error");
        options.add("-Dspring.context.exit=onRefresh");
        ServerCommand command = run(options, environment);
        List<String> patient = new ArrayList<>(List.of("nice", "-n", "15"));
        patient.addAll(command.command());
        return new ServerCommand(patient, environment, layout, command.account(), command.stopSignal());
    }

    void keepTrainedCache() throws IOException {
        Path unfinished = layout.resolve(CACHE + ".unfinished");
        if (Files.exists(unfinished)) {
            Files.move(unfinished, layout.resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private ServerCommand run(List<String> options, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.getFileName().toString()));
        return new ServerCommand(command, environment, layout, ServerCommand.Account.OWN,
            ServerCommand.StopSignal.TERM);
    }

    /** The same in the training run, or the cache is refused. */
    private List<String> options() {
        return List.of("-Xmx" + service.heapMegabytes() + "m", "-XX:+UseSerialGC", "-Xss512k",
            "-XX:ReservedCodeCacheSize=96m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC");
    }

    private void layOut() throws IOException {
        if (Files.isDirectory(layout)) {
            return;
        }
        Path all = layout.getParent();
        try (Stream<Path> older = Files.list(all)) {
            for (Path folder : older.toList()) {
                Folders.delete(folder);
            }
        }
        Path unfinished = all.resolve("unfinished");
        Process extraction = new ServerCommand(List.of(java.toString(), "-Xmx64m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
            unfinished.toString()), Map.of(), all, ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM)
            .endingWithItsStarter().start();
        String output = new String(extraction.getInputStream().readAllBytes());
        try {
            if (!extraction.waitFor(1, TimeUnit.MINUTES) || extraction.exitValue() != 0) {
                throw new IOException("The jar " + jar + " cannot be extracted: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + jar + " was extracted", interrupted);
        }
        Files.move(unfinished, layout);
    }

    private static Path find(Service service, Path target) {
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString()
                    .matches(service.artifact() + "-[0-9][0-9.]*(-SNAPSHOT)?\\.jar"))
                .findFirst()
                .orElseThrow(() -> new StartFailure("The " + service.artifact() + " is not built: no boot jar in "
                    + target + ". Build it with ./mvnw -DskipTests package."));
        } catch (IOException unreadable) {
            throw new StartFailure("The folder " + target + " cannot be read.", unreadable);
        }
    }

    private static String identity(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return Long.toHexString(attributes.lastModifiedTime().toMillis()) + "-"
                + Long.toHexString(attributes.size()) + "-" + Runtime.version().toString().replaceAll("[^0-9A-Za-z.]", "-");
        } catch (IOException unreadable) {
            throw new StartFailure("The jar " + jar + " cannot be read.", unreadable);
        }
    }
}
