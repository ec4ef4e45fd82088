package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser that has nothing kept loads of the page, and how long it takes until somebody can work. */
class FirstLoadTest extends Journey {

    private static final double MOST_SCRIPT_BYTES = 300 * 1024;
    private static final double LONGEST_MILLIS = 2_000;
    /** The first one may meet a gateway that has just started. */
    private static final int TRIES = 3;
    private static final String SINCE_NAVIGATION = """
        () => ({
          millis: performance.now(),
          bytes: performance.getEntriesByType('resource').filter((file) => new URL(file.name).pathname.endsWith('.js'))
            .reduce((sum, file) => sum + file.encodedBodySize, 0),
          plain: performance.getEntriesByType('resource').filter((file) => new URL(file.name).pathname.endsWith('.js'))
            .reduce((sum, file) => sum + file.decodedBodySize, 0),
        })""";

    @Test
    void isSmallAndQuick() {
        signIn("zhangsan");
        forgetFiles();
        double quickest = Double.MAX_VALUE;
        for (int load = 0; load < TRIES && quickest > LONGEST_MILLIS; load++) {
            open("/");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).first()).isVisible();
            Map<?, ?> measured = (Map<?, ?>) page.evaluate(SINCE_NAVIGATION);
            quickest = Math.min(quickest, number(measured.get("millis")));
            assertThat(number(measured.get("bytes"))).as("compressed script")
                .isBetween(1.0, Math.min(MOST_SCRIPT_BYTES, number(measured.get("plain")) / 2));
        }
        assertThat(quickest).as("milliseconds until somebody can work").isLessThanOrEqualTo(LONGEST_MILLIS);
    }

    private static double number(Object measured) {
        return ((Number) measured).doubleValue();
    }
}
