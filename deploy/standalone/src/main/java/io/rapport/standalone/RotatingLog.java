package io.rapport.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The output of a process, in files that together stay below a bound. */
final class RotatingLog {

    private static final int KEPT_IN_MEMORY = 30;

    private final Path file;
    private final long bytesPerFile;
    private final int olderFiles;
    private final Deque<String> last = new ArrayDeque<>();
    private long written;

    /**
     * @param bytesPerFile size at which a new file is begun
     * @param olderFiles   how many full files are kept
     */
    RotatingLog(Path file, long bytesPerFile, int olderFiles) {
        this.file = file;
        this.bytesPerFile = bytesPerFile;
        this.olderFiles = olderFiles;
    }

    static RotatingLog of(Path file) {
        return new RotatingLog(file, 10L << 20, 3);
    }

    Path file() {
        return file;
    }

    /**
     * Copies a process's output until it ends. In a platform thread: reading a pipe holds a virtual thread's carrier,
     * and a few processes would hold them all.
     */
    void copyInBackground(InputStream output) {
        Thread.ofPlatform().daemon().name("log-" + file.getFileName()).start(() -> copy(output));
    }

    /** Copies a process's output until it ends. */
    void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line);
            }
        } catch (IOException ended) {
            // A killed process closes its output in the middle of a line.
        }
    }

    synchronized void append(String line) {
        last.addLast(line);
        if (last.size() > KEPT_IN_MEMORY) {
            last.removeFirst();
        }
        try {
            if (written == 0 && Files.exists(file)) {
                written = Files.size(file);
            }
            if (written > bytesPerFile) {
                rotate();
            }
            byte[] content = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
            Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written += content.length;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What the process said last. */
    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    private void rotate() throws IOException {
        for (int number = olderFiles - 1; number >= 1; number--) {
            if (Files.exists(older(number))) {
                Files.move(older(number), older(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
        written = 0;
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
