package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacks a program once: a start cut short leaves nothing that looks finished. */
final class Unpacking {

    /** Fills an empty folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private Unpacking() {
    }

    static Path once(Path target, Filling filling) throws IOException {
        if (!Files.isDirectory(target)) {
            Path unfinished = target.resolveSibling(target.getFileName() + "-unfinished");
            Folders.delete(unfinished);
            Files.createDirectories(unfinished);
            filling.fill(unfinished);
            Files.move(unfinished, target);
        }
        return target;
    }
}
