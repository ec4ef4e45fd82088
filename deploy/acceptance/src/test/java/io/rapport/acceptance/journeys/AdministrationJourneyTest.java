package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What administrators look after. */
class AdministrationJourneyTest extends Journey {

    private static final List<String> PARTS = List.of("value-lists", "pipelines", "exchange-rates", "review-rule", "users", "teams",
        "rights", "jobs", "dead-letters", "trail");

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void definesACustomFieldThatListsHaveAtOnce() {
        signIn("admin");
        open("/administration/custom-fields");
        page.getByRole(AriaRole.BUTTON, named("新建字段")).click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        Locator save = form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"));
        save.click();
        assertThat(form.getByText("请至少填写一种语言的名称")).isVisible();
        form.getByLabel("名称 简体中文").fill("合同到期 " + mark);
        form.getByLabel("标识").fill(mark);
        look("field");
        save.click();
        assertThat(form).isHidden();
        assertThat(page.getByRole(AriaRole.ROWHEADER, named("合同到期 " + mark))).isVisible();

        if (device == Device.DESKTOP) {
            open("/customers?columns=name,custom." + mark);
            assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("合同到期 " + mark))).isVisible();
            look("list");
        }
    }

    @Test
    void looksThroughEveryPart() {
        signIn("admin");
        for (String part : PARTS) {
            open("/administration/" + part);
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).isVisible();
            assertThat(page.locator(".ant-skeleton")).hasCount(0);
            look(part);
        }
    }

    @Test
    void isClosedToOthers() {
        signIn("zhangsan");
        open("/administration/users");
        assertThat(page.getByText("您没有权限执行此操作")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^管理$")))).hasCount(0);
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }
}
