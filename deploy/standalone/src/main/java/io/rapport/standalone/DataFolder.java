package io.rapport.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one folder that holds everything the product keeps on this machine.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code RAPPORT_DATA}, else {@code /var/lib/rapport} for root and {@code ~/.local/share/rapport} for others. */
    public static DataFolder configured(Map<String, String> environment) {
        String chosen = environment.get("RAPPORT_DATA");
        if (chosen != null && !chosen.isBlank()) {
            return new DataFolder(Path.of(chosen));
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        return new DataFolder(root ? Path.of("/var/lib/rapport")
            : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local/share/rapport"));
    }

    Path server(String name) {
        return made(root.resolve(name));
    }

    Path service(String name) {
        return made(root.resolve("services").resolve(name));
    }

    /** Output of every process. */
    public Path logs() {
        return made(root.resolve("logs"));
    }

    /** Who runs at the moment. */
    public Path run() {
        return made(root.resolve("run"));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new StartFailure("The data folder cannot be written: " + refused.getMessage()
                + ". Choose another with RAPPORT_DATA.", refused);
        }
    }
}
