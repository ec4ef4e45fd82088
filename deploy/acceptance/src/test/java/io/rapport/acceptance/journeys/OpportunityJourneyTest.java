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
import org.junit.jupiter.api.Test;

/** A salesperson moves a sale on, and has to say why it was lost. */
class OpportunityJourneyTest extends Journey {

    private final RapportClient rep = new RapportClient(RunningProduct.addressForJourneys(), "demo-rep", "demo");

    @Test
    void movesASaleOnAndLosesItForAReason() {
        String name = "产线联网 " + UUID.randomUUID();
        String customer = created("/api/customers", "{\"name\":\"星河精密\",\"owner\":\"zhangsan\"}");
        String sale = created("/api/opportunities", """
            {"name":"%s","customerId":"%s","amount":{"amount":"128000.00","currency":"CNY"}}""".formatted(name, customer));
        signIn("zhangsan");
        open("/pipeline/" + sale);
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).hasText(name);

        Locator path = page.getByRole(AriaRole.LIST).filter(new Locator.FilterOptions().setHasText("产品兴趣"));
        path.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("报价")).click();
        assertThat(path.locator("[aria-current=step]")).containsText("报价");
        look("moved");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("标为输单").setExact(true)).click();
        Locator question = page.getByRole(AriaRole.DIALOG);
        Locator lose = question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("标为输单").setExact(true));
        lose.click();
        assertThat(question.getByRole(AriaRole.ALERT)).hasText("请说明原因");
        look("why");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("选择了竞争对手")).click();
        lose.click();
        assertThat(question).isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("重新打开"))).isVisible();
        look("lost");
    }

    @Test
    void saysWhoTakesPart() {
        String customer = created("/api/customers", "{\"name\":\"星河精密\",\"owner\":\"zhangsan\"}");
        created("/api/contacts", "{\"name\":\"马敏\",\"customerId\":\"%s\"}".formatted(customer));
        String sale = created("/api/opportunities", "{\"name\":\"产线联网 %s\",\"customerId\":\"%s\"}".formatted(UUID.randomUUID(), customer));
        signIn("zhangsan");
        open("/pipeline/" + sale);
        Locator card = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("联系人"));
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("编辑联系人")).click();
        card.getByRole(AriaRole.COMBOBOX).click();
        page.locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText("马敏")).click();
        look("contacts");
        page.keyboard().press("Escape");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();

        assertThat(card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("马敏"))).isVisible();
    }

    @Test
    void notesTheNextStepInTheList() {
        String name = "产线联网 " + UUID.randomUUID();
        String customer = created("/api/customers", "{\"name\":\"星河精密\",\"owner\":\"zhangsan\"}");
        String sale = created("/api/opportunities", "{\"name\":\"%s\",\"customerId\":\"%s\"}".formatted(name, customer));
        signIn("zhangsan");
        open("/pipeline?q=" + name.substring(5));
        if (device == Device.PHONE) {
            page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(name)).click();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("显示空字段")).click();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("编辑下一步")).click();
        } else {
            page.locator("[data-index='0']").hover();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("修改下一步：" + name)).click();
        }
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("下一步")).fill("周五前发送技术方案");
        look("next-step");
        page.keyboard().press("Enter");

        assertThat(page.getByText("周五前发送技术方案").first()).isVisible();
        page.waitForCondition(() -> "周五前发送技术方案".equals(rep.get("/api/opportunities/" + sale).json().path("nextStep").asString("")));
    }

    private String created(String path, String json) {
        Answer answer = rep.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}
