package io.rapport.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README tells a newcomer to type works as it is printed. */
class ReadmeTest {

    private static final Pattern SESSION = Pattern.compile("## Use it.*?```bash\\n(.*?)```", Pattern.DOTALL);

    private final RunningProduct product = RunningProduct.get();

    @Test
    void theSessionWorksAsPrinted(@TempDir Path folder) throws IOException, InterruptedException {
        Matcher readme = SESSION.matcher(Files.readString(RunningProduct.projectRoot().resolve("README.md")));
        assertThat(readme.find()).isTrue();
        String session = readme.group(1)
                .replace("http://localhost:8080", product.address().toString())
                .replace("headers.txt", folder.resolve("headers.txt").toString());

        Process shell = new ProcessBuilder("bash", "-eu").directory(RunningProduct.projectRoot().toFile())
                .redirectErrorStream(true).start();
        try (var input = shell.getOutputStream()) {
            input.write(session.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        assertThat(output).contains("\"name\":\"华为技术有限公司\"").contains("\"facets\"").contains("\"state\"")
                .doesNotContain("\"code\"");
    }
}
