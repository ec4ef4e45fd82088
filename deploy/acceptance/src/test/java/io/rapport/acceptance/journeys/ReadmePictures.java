package io.rapport.acceptance.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import io.rapport.acceptance.RunningProduct;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README from the sample data: no test, run by {@code deploy/screenshots}. */
class ReadmePictures {

    private static final Path IMAGES = RunningProduct.projectRoot().resolve("docs/images");

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void signIn() {
        context = Chromium.browser().newContext(
            Device.DESKTOP.context().setBaseURL(RunningProduct.addressForJourneys().toString()));
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
        page.navigate("/customers");
        page.getByText("上海云帆医疗科技股份有限公司").first().click();
        take("customer.png");
    }

    @Test
    void board() {
        page.navigate("/pipeline/board");
        take("board.png");
    }

    private void take(String file) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new ScreenshotOptions().setPath(IMAGES.resolve(file)));
    }
}
