package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** In, and in again when the session has ended. */
class SessionJourneyTest extends Journey {

    @Test
    void signsInAndReturnsToWhereItBegan() {
        open("/login?from=/customers");
        assertThat(page.getByLabel("用户名")).isFocused();
        page.keyboard().type("zhangsan");
        page.keyboard().press("Tab");
        page.keyboard().type("demo");
        page.keyboard().press("Enter");

        page.waitForURL("**/customers");
        assertThat(heading()).isVisible();
    }

    @Test
    void asksAgainWhenTheSessionHasEnded() {
        provoke(401, "/api/");
        signIn("zhangsan");
        assertThat(heading()).isVisible();
        endSession();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("客户").setExact(true)).first().click();

        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        look("ended");
        page.context().waitForPage(() -> dialog.getByRole(AriaRole.BUTTON).last().click());
        Page beside = page.context().pages().getLast();
        beside.getByLabel("用户名").fill("zhangsan");
        beside.getByLabel("密码").fill("demo");
        beside.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录")).click();

        assertThat(dialog).isHidden();
        assertThat(heading()).isVisible();
    }

    @Test
    void signsOutAndStaysOut() {
        signIn("zhangsan");
        assertThat(heading()).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("账户：")).click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("退出登录")).click();

        page.waitForURL("**/signed-out");
        look("signed-out");
        open("/customers");
        assertThat(page.getByLabel("用户名")).isVisible();
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).first();
    }
}
