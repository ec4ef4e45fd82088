package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Between two visits, where no network reaches. */
class OfflineJourneyTest extends Journey {

    private final RapportClient rep = RunningProduct.clientForJourneys("demo-rep");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void keepsWhatIsTypedUntilTheNetworkIsBack() {
        String customer = customer();
        signIn("zhangsan");
        open("/customers/" + customer);
        if (device == Device.PHONE) {
            page.locator("label").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^资料$"))).click();
        }
        button("编辑需求").click();
        Locator needs = page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("需求"));
        needs.fill("电梯里写下的");
        offline(true);
        button("保存").click();

        assertThat(page.getByText("网络连接中断")).isVisible();
        assertThat(button("立即重试")).isVisible();
        assertThat(needs).hasValue("电梯里写下的");
        look("offline");
        offline(false);
        assertThat(page.getByText("网络连接中断")).isHidden();
        button("保存").click();
        assertThat(button("编辑需求")).isVisible();
        assertThat(rep.get("/api/customers/" + customer).json().get("needs").asString()).isEqualTo("电梯里写下的");
    }

    @Test
    void entersNothingTwiceAndLosesNothing() {
        signIn("zhangsan");
        open("/customers");
        button("新建（按 n）").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(Pattern.compile("^客户"))).click();
        Locator form = page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("新建客户"));
        form.getByLabel("客户名称").fill("离线 " + mark);
        Locator save = form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"));
        offline(true);
        save.click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("请检查网络连接");
        save.click();
        look("form");
        offline(false);
        save.click();

        assertThat(form).isHidden();
        assertThat(rep.get("/api/customers?q=" + mark).json().get("total").asInt()).isEqualTo(1);
    }

    private String customer() {
        Answer created = rep.post("/api/customers", "{\"name\":\"离线 %s\",\"needs\":\"原来的\",\"owner\":\"zhangsan\"}".formatted(mark));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    private Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
    }
}
