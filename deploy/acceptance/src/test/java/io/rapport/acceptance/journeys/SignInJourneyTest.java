package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form of the built-in identity provider. */
class SignInJourneyTest extends Journey {

    @Test
    void asksForNameAndPassword() {
        open("/login");

        assertThat(page).hasTitle("登录 · Rapport");
        assertThat(page.getByLabel("用户名")).isFocused();
        look("form");
    }

    @Test
    void tellsThatNameAndPasswordDoNotBelongTogether() {
        provoke(422, "/oauth2/authorize");
        open("/login");
        submit("zhangsan", "wrong");

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("用户名与密码不匹配，请检查后重试。");
        assertThat(page.getByLabel("用户名")).hasValue("zhangsan");
        assertThat(page.getByLabel("密码")).isFocused();
        look("wrong");
    }

    @Test
    void tellsWhoeverTriesTooOftenHowLongToWait() {
        provoke(422, "/oauth2/authorize");
        provoke(429, "/oauth2/authorize");
        String nobody = "nobody-" + UUID.randomUUID();
        open("/login");
        Locator told = page.getByRole(AriaRole.ALERT);
        Locator throttled = told.getByText(Pattern.compile("尝试次数过多，请在 \\d+ 秒后重试。"));
        // Attempts come back while a slow machine makes them.
        for (int attempt = 0; attempt < 40 && throttled.count() == 0; attempt++) {
            submit(nobody, "wrong");
            assertThat(told).isVisible();
        }

        assertThat(throttled).isVisible();
        look("too-many");
    }

    @Test
    void asksInTheLanguageOfTheReader() {
        open("/login");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("繁體中文")).click();
        assertThat(page).hasTitle("登入 · Rapport");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("English")).click();
        assertThat(page).hasTitle("Sign in · Rapport");
        look("english");
    }
}
