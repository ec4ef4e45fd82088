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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator settles holds, for people and for programs. */
class SettingsJourneyTest extends Journey {

    private final RapportClient administrator = RunningProduct.clientForJourneys("demo-admin");
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void begin() {
        signIn("admin");
    }

    @Test
    void addsAValueThatRecordsCanHave() {
        open("/administration/value-lists?list=source");
        button("添加一行").click();
        int line = page.getByRole(AriaRole.TEXTBOX, named("代码 ")).count();
        page.getByRole(AriaRole.TEXTBOX, exactly("代码 " + line)).fill(mark);
        save();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("请至少填写一种语言的名称");
        page.getByRole(AriaRole.TEXTBOX, exactly(mark + " 简体中文")).fill("行业论坛 " + mark);
        look("value");
        save();
        saved();
        assertThat(administrator.get("/api/value-lists/source").body()).contains("行业论坛 " + mark);

        button("删除：" + mark).click();
        save();
        saved();
        assertThat(administrator.get("/api/value-lists/source").body()).doesNotContain(mark);
    }

    @Test
    void addsAWayOfSelling() {
        open("/administration/pipelines");
        button("新建流程").click();
        page.getByLabel("名称 简体中文").fill("渠道销售 " + mark);
        page.getByLabel("标识").fill(mark);
        button("添加一行").click();
        page.getByRole(AriaRole.TEXTBOX, exactly("代码 1")).fill("VISIT");
        page.getByRole(AriaRole.TEXTBOX, exactly("VISIT 简体中文")).fill("拜访");
        page.getByRole(AriaRole.SPINBUTTON, named("VISIT 成交概率")).fill("30");
        look("pipeline");
        save();
        saved();

        assertThat(page).hasURL(Pattern.compile("pipeline=" + mark));
        var stored = administrator.get("/api/pipelines/" + mark).json();
        assertThat(stored.at("/stages/0/probability").asInt()).isEqualTo(30);
        open("/pipeline/board?pipeline=" + mark);
        assertThat(page.getByText("拜访").first()).isVisible();
    }

    @Test
    void settlesWhatACurrencyIsWorth() {
        String day = device == Device.DESKTOP ? "2019-03-01" : "2019-03-02";
        administrator.delete("/api/exchange-rates/" + day);
        open("/administration/exchange-rates");
        button("设置汇率").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("生效日期").fill(day);
        form.getByLabel("USD 的汇率").fill("x");
        form.getByRole(AriaRole.BUTTON, inside("保存")).click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("汇率为数字");
        form.getByLabel("USD 的汇率").fill("6.7");
        look("rates");
        form.getByRole(AriaRole.BUTTON, inside("保存")).click();
        assertThat(form).isHidden();
        assertThat(administrator.get("/api/exchange-rates/" + day).json().at("/rates/USD").asString()).isEqualTo("6.7");

        button("删除：" + day).click();
        page.getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON, inside("删除")).click();
        assertThat(button("删除：" + day)).hasCount(0);
    }

    @Test
    void saysWhichNewCustomersASecondPersonLooksAt() {
        Answer before = administrator.get("/api/review-rules/customer");
        try {
            open("/administration/review-rule");
            button("添加情形").click();
            Locator added = page.getByRole(AriaRole.GROUP).last();
            save();
            assertThat(added.getByRole(AriaRole.ALERT)).hasText("请说明为什么要审核");
            added.getByLabel("说明（显示给录入人）").fill("大客户须复核 " + mark);
            added.getByRole(AriaRole.COMBOBOX, inside("城市")).fill(mark);
            page.keyboard().press("Enter");
            page.keyboard().press("Escape");
            look("review");
            save();
            saved();
            var rule = administrator.get("/api/review-rules/customer").json().get("cases");
            assertThat(rule.get(rule.size() - 1).at("/where/city/0").asString()).isEqualTo(mark);
        } finally {
            administrator.put("/api/review-rules/customer", before.body(), "If-Match", "*");
        }
    }

    @Test
    void bringsInAUserAndATeam() {
        open("/administration/teams");
        button("新建团队").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("路径").fill("/east/" + mark);
        form.getByLabel("名称 简体中文").fill("新团队 " + mark);
        look("team");
        form.getByRole(AriaRole.BUTTON, inside("保存")).click();
        assertThat(form).isHidden();
        assertThat(page.getByRole(AriaRole.ROWHEADER, named("新团队 " + mark))).isVisible();

        open("/administration/users");
        button("新建用户").click();
        form.getByLabel("用户名").fill(mark);
        form.getByLabel("姓名").fill("新同事 " + mark);
        form.getByRole(AriaRole.COMBOBOX, inside("团队")).click();
        page.locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText(mark)).click();
        look("user");
        form.getByRole(AriaRole.BUTTON, inside("保存")).click();
        assertThat(form).isHidden();
        var user = administrator.get("/api/directory/users/" + mark).json();
        assertThat(user.get("team").asString()).isEqualTo("/east/" + mark);

        page.getByRole(AriaRole.SEARCHBOX, named("搜索姓名")).fill(mark);
        button("编辑：新同事 " + mark).click();
        form.getByText("启用：可以登录和工作").click();
        form.getByRole(AriaRole.BUTTON, inside("保存")).click();
        assertThat(form).isHidden();
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(mark))).containsText("停用");
    }

    @Test
    void takesBackWhatAFileHasBrought() {
        Answer job = administrator.upload("/api/customers/import", "客户.csv", ("客户名称\n撤销 " + mark).getBytes());
        assertThat(job.status()).as(job.toString()).isEqualTo(202);
        String id = job.json().get("jobId").asString();
        page.waitForCondition(() -> "DONE".equals(administrator.get("/api/jobs/" + id).json().get("state").asString()));
        open("/administration/jobs");
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("导入")).first();
        row.getByRole(AriaRole.BUTTON, inside("撤销")).click();
        page.getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON, inside("撤销")).click();

        assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("撤销");
        page.waitForCondition(() -> administrator.get("/api/customers?q=" + mark).json().get("total").asInt() == 0);
        look("jobs");
    }

    private void save() {
        button("保存").click();
    }

    private void saved() {
        assertThat(page.getByText("已保存").first()).isVisible();
        assertThat(page.getByText("已保存")).isHidden();
    }

    private Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, exactly(label));
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }

    private static GetByRoleOptions exactly(String label) {
        return new GetByRoleOptions().setName(label).setExact(true);
    }

    private static Locator.GetByRoleOptions inside(String label) {
        return new Locator.GetByRoleOptions().setName(label).setExact(true);
    }
}
