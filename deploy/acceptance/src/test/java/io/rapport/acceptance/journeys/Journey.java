package io.rapport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a user does in the page, on each {@link Device}, with a browser that remembers nothing. A journey fails when the
 * browser complains about anything ({@link #provoke} names what it is to complain about), and leaves a screenshot when
 * it fails. The page speaks zh-CN.
 *
 * <pre>{@code
 * class OrdersJourneyTest extends Journey {
 *     @Test
 *     void …() {
 *         signIn("zhangsan");
 *         open("/orders");
 *         page.getByRole(AriaRole.BUTTON, …).click();
 *         look("orders");
 *     }
 * }
 * }</pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Device.class)
public abstract class Journey {

    private static final List<String> WCAG =
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE_MILLIS = 15_000;

    /** On which device this journey is made. */
    @Parameter
    protected Device device;
    /** The tab in which it is made. */
    protected Page page;

    private final URI product = RunningProduct.addressForJourneys();
    private BrowserContext context;
    private Complaints complaints;

    @RegisterExtension
    private final TestExecutionExceptionHandler picture = (test, failed) -> {
        screenshot("failed-" + test.getRequiredTestMethod().getName());
        failed.addSuppressed(new AssertionError("The browser complains: " + complaints.heard()));
        throw failed;
    };

    @BeforeEach
    void openTab() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context = Chromium.browser().newContext(device.context().setBaseURL(product.toString()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        complaints = new Complaints(context);
        page = context.newPage();
    }

    @AfterEach
    void closeTab() {
        context.close();
        assertThat(complaints.heard()).as("what the browser complains about").isEmpty();
    }

    /** Opens an address of the page. */
    protected void open(String path) {
        page.navigate(path);
    }

    /** Signs in and waits for the start page; password is {@code demo}. */
    protected void signIn(String user) {
        open("/login");
        submit(user, "demo");
        page.waitForURL(address -> !address.contains("/oauth2/") && !address.contains("/login"));
    }

    /** Fills in the sign-in form that is shown and sends it. */
    protected void submit(String user, String password) {
        page.getByLabel("用户名").fill(user);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
    }

    /** The session ends, as it does when nobody has worked for long. */
    protected void endSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("rapport-session"));
    }

    /** Signs in again in the window beside the page that the end of a session offers. */
    protected void signInBeside(String user) {
        Locator ended = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("登录已过期"));
        Page beside = page.waitForPopup(() -> ended.getByRole(AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("重新登录")).click());
        beside.getByLabel("用户名").fill(user);
        beside.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        beside.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
    }

    /** The network is gone, or back; the browser may complain meanwhile that nothing answers. */
    protected void offline(boolean gone) {
        complaints.offline();
        context.setOffline(gone);
    }

    /** The browser keeps no file any more, as when it comes for the first time. */
    protected void forgetFiles() {
        context.newCDPSession(page).send("Network.clearBrowserCache");
    }

    /** An answer that the journey provokes, so that the browser may complain about it. */
    protected void provoke(int status, String path) {
        complaints.provoke(status, path);
    }

    /**
     * Looks at what is shown: no finding of axe (WCAG 2.2 AA), nothing wider than the device, and a screenshot for
     * people to look at in {@code target/journeys}.
     */
    protected void look(String name) {
        screenshot(name);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
            .as("width of " + page.url()).isLessThanOrEqualTo(device.width());
        List<Rule> findings = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(findings.stream().map(Journey::describe).toList()).as("findings of axe at " + page.url()).isEmpty();
    }

    private void screenshot(String name) {
        String journey = getClass().getSimpleName().replaceAll("Test$", "");
        Path file = Path.of("target", "journeys", device.name().toLowerCase(Locale.ROOT), journey + "-" + name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    private static String describe(Rule finding) {
        return finding.getId() + ": " + finding.getHelp() + finding.getNodes().stream()
            .map(node -> "\n  " + node.getHtml()).collect(Collectors.joining());
    }
}
