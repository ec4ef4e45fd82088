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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer gives points for a reward. */
class LoyaltyJourneyTest extends Journey {

    private static final String RULES = "/api/loyalty-rules/2001-01-01";

    private final RapportClient administrator = RunningProduct.clientForJourneys("demo-admin");
    private final RapportClient rep = RunningProduct.clientForJourneys("demo-rep");
    private String customer;

    @BeforeEach
    void aCustomerWithPoints() {
        administrator.delete(RULES);
        Answer rules = administrator.put(RULES, """
            {"earning":[{"spend":{"amount":"10.00","currency":"CNY"},"points":1}],"tiers":[]}""");
        assertThat(rules.status()).as(rules.toString()).isEqualTo(201);
        customer = created("/api/customers", "{\"name\":\"老主顾 %s\",\"owner\":\"zhangsan\"}".formatted(UUID.randomUUID()));
        created("/api/orders", """
            {"customerId":"%s","orderedAt":"2001-06-01","amount":{"amount":"5000.00","currency":"CNY"}}""".formatted(customer));
    }

    @AfterEach
    void withoutRules() {
        administrator.delete(RULES);
    }

    @Test
    void redeemsPointsAndTakesThemBack() {
        signIn("zhangsan");
        open("/customers/" + customer);
        if (device == Device.PHONE) {
            page.locator("label").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^概况$"))).click();
        }
        Locator card = page.getByRole(AriaRole.REGION, named("会员积分"));
        assertThat(card).containsText("500 可用积分");
        card.getByRole(AriaRole.BUTTON, inside("兑换")).click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("积分", new Locator.GetByLabelOptions().setExact(true)).fill("501");
        form.getByRole(AriaRole.BUTTON, inside("兑换")).click();
        assertThat(form.getByRole(AriaRole.ALERT)).hasText("请输入 1 到 500 之间的积分");
        form.getByLabel("积分", new Locator.GetByLabelOptions().setExact(true)).fill("120");
        form.getByLabel("换什么（可不填）").fill("保温杯");
        look("redeem");
        form.getByRole(AriaRole.BUTTON, inside("兑换")).click();
        assertThat(form).isHidden();
        assertThat(card).containsText("380 可用积分");

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("积分明细")).click();
        assertThat(card).containsText("保温杯");
        look("movements");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤回兑换: 保温杯")).click();
        form.getByRole(AriaRole.TEXTBOX).fill("缺货");
        form.getByRole(AriaRole.BUTTON, inside("撤回兑换")).click();
        assertThat(form).isHidden();
        assertThat(card).containsText("500 可用积分");
        assertThat(card).containsText("已撤回");
    }

    private String created(String path, String json) {
        Answer answer = rep.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }

    private static Locator.GetByRoleOptions inside(String label) {
        return new Locator.GetByRoleOptions().setName(label).setExact(true);
    }
}
