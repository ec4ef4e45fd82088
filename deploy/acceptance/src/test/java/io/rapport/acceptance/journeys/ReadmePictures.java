package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.rapport.acceptance.RunningProduct;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README from the sample data: no test, run by {@code deploy/screenshots}. */
class ReadmePictures {

    private static final Path IMAGES = RunningProduct.projectRoot().resolve("docs/images");

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 810;
    private static final double PATIENCE_MILLIS = 60_000;

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void signIn() {
        context = Chromium.browser().newContext(
            Device.DESKTOP.context().setViewportSize(WIDTH, HEIGHT)
                .setBaseURL(RunningProduct.addressForJourneys().toString()));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.navigate("/login");
        page.getByLabel("用户名").fill("manager");
        page.getByLabel("密码").fill("demo");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/oauth2/"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void list() {
        page.navigate("/customers");
        take("customers.png");
    }

    @Test
    void customer() {
        Object id = page.evaluate("""
            async () => (await (await fetch('/api/customers?fields=name&size=1&q=' + encodeURIComponent('上海云帆医疗'))).json())
              .items[0].id""");
        page.navigate("/customers/" + id);
        take("customer.png");
    }

    @Test
    void board() {
        page.navigate("/pipeline/board");
        take("board.png");
    }

    private void take(String file) {
        page.getByRole(AriaRole.HEADING).first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Nothing is being waited for any more.
        assertThat(page.locator(".ant-skeleton, [aria-busy=true]")).hasCount(0);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new ScreenshotOptions().setPath(IMAGES.resolve(file)));
    }
}
