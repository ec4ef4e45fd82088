package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

    @TempDir
    private Path folder;

    @Test
    void allFilesTogetherStayBelowTheBound() throws Exception {
        RotatingLog log = new RotatingLog(folder.resolve("server.log"), 1_000, 2);
        for (int line = 0; line < 1_000; line++) {
            log.append("line " + line);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(3 * 1_100);
        }
        assertThat(folder.resolve("server.log")).content().endsWith("line 999" + System.lineSeparator());
        assertThat(log.lastLines()).endsWith("line 998", "line 999");
    }
}
