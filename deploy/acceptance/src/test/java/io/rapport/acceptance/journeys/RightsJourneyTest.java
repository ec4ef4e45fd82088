package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator settles what each role may. */
class RightsJourneyTest extends Journey {

    private static final String RIGHTS = "/api/rights";

    private final RapportClient administrator = RunningProduct.clientForJourneys("demo-admin");
    private final RapportClient analyst = RunningProduct.clientForJourneys("demo-analyst");
    private String before;

    @BeforeEach
    void asTheyAre() {
        before = administrator.get(RIGHTS).body();
        signIn("admin");
    }

    /** Others rely on them. */
    @AfterEach
    void asTheyWere() {
        store(before);
    }

    @Test
    void changesWhatARoleMayForEverybodyAtOnce() {
        open("/administration/rights?role=analyst");
        cell("视图 · 修改").selectOption("all");
        cell("联系方式 · 完整显示").selectOption("own");
        Locator unsaved = page.getByRole(AriaRole.REGION, named("2 项修改尚未保存"));
        assertThat(unsaved).containsText("分析师 视图 · 修改：自己的 → 全部");
        look("changed");
        page.reload();
        assertThat(unsaved).isVisible();
        unsaved.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤回修改：联系方式 · 完整显示")).click();
        assertThat(cell("联系方式 · 完整显示")).hasValue("none");
        button("保存").click();

        assertThat(page.getByRole(AriaRole.REGION, named("尚未保存"))).isHidden();
        assertThat(cell("视图 · 修改")).hasValue("all");
        page.waitForCondition(() -> "all".equals(analyst.get("/api/me").json().at("/rights/view/write").asString()));
        look("saved");
    }

    @Test
    void keepsSomebodyWhoMayChangeThem() {
        open("/administration/rights?role=administrator");
        cell("管理 · 修改").selectOption("none");
        provoke(422, RIGHTS);
        button("保存").click();

        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("必须有人能够修改此表")).first()).isVisible();
        assertThat(cell("管理 · 修改")).hasValue("none");
        look("refused");
    }

    @Test
    void keepsChangesWhereSomebodyElseWasFaster() {
        open("/administration/rights?role=analyst");
        cell("视图 · 修改").selectOption("all");
        store(before.replace("\"exportRowsADay\":1000", "\"exportRowsADay\":999"));
        provoke(412, RIGHTS);
        provoke(428, RIGHTS);
        button("保存").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("有人刚刚保存了权限表");
        assertThat(cell("视图 · 修改")).hasValue("all");
        look("outdated");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.REGION, named("尚未保存"))).isHidden();
        var table = administrator.get(RIGHTS).json().get("table");
        assertThat(table.at("/analyst/kinds/view/write").asString()).isEqualTo("all");
        assertThat(table.at("/rep/exportRowsADay").asInt()).isEqualTo(999);
    }

    private void store(String table) {
        Answer stored = administrator.get(RIGHTS).header("ETag")
            .map(version -> administrator.put(RIGHTS, table, "If-Match", version))
            .orElseGet(() -> administrator.put(RIGHTS, table));
        assertThat(stored.status()).as(stored.toString()).isIn(201, 204);
    }

    private Locator cell(String name) {
        return page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }
}
