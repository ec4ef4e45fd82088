package io.rapport.acceptance.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import io.rapport.acceptance.RunningProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One browser for all journeys: Debian's, provided by {@code deploy/acceptance/chromium}. */
final class Chromium {

    private static Chromium running;

    private final Browser browser;

    private Chromium() {
        Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(provide())
            // Small /dev/shm in containers; nothing is to be drawn by a graphics card.
            .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    static synchronized Browser browser() {
        if (running == null) {
            running = new Chromium();
        }
        return running.browser;
    }

    private static Path provide() {
        Path script = RunningProduct.projectRoot().resolve("deploy/acceptance/chromium");
        try {
            Process providing = new ProcessBuilder(script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String path = new String(providing.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (providing.waitFor() != 0) {
                throw new IllegalStateException("No browser for journeys: " + script + " failed");
            }
            return Path.of(path);
        } catch (IOException failed) {
            throw new IllegalStateException("No browser for journeys: " + script + " cannot be run", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
