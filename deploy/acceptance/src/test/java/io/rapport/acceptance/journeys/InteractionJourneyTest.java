package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was said to a customer: noted by hand, and seen as it comes in. */
class InteractionJourneyTest extends Journey {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final RapportClient rep = new RapportClient(RunningProduct.addressForJourneys(), "demo-rep", "demo");

    @Test
    void notesWhatCameOfACallAndSeesWhatOthersNote() {
        String customer = rep.post("/api/customers", "{\"name\":\"互动旅程" + mark + "\"}").json().get("id").asString();
        signIn("zhangsan");
        open("/customers/" + customer);
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("快速记录")).getByText("短信").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("发生了什么？")).fill("约好下周见面");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("结果")).click();
        page.locator(".ant-select-item-option").filter(new Locator.FilterOptions()
            .setHasText(Pattern.compile("^有意向$"))).click();
        page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("分钟")).fill("5");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存").setExact(true)).click();
        assertThat(page.getByText("已记录")).isVisible();
        assertThat(page.getByText("5 分钟")).isVisible();
        var noted = rep.get("/api/customers/" + customer + "/timeline").json().get("items").get(0);
        assertThat(noted.get("outcome").asString()).isEqualTo("INTERESTED");
        assertThat(noted.get("durationSeconds").asInt()).isEqualTo(300);
        look("outcome");

        Answer others = rep.post("/api/interactions", """
            {"kind":"CALL","time":"%s","subject":"别人刚打的电话","customerId":"%s"}""".formatted(Instant.now(), customer));
        assertThat(others.status()).as(others.toString()).isEqualTo(201);
        assertThat(page.getByText("别人刚打的电话").first()).isVisible();
    }
}
