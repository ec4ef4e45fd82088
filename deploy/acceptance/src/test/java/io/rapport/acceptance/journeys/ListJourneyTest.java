package io.rapport.acceptance.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a salesperson does with lists all day. */
class ListJourneyTest extends Journey {

    /** Sends as the page does, and leaves the token of the write to its next reads. */
    private static final String SENT = """
            async ({method, path, body}) => {
              const csrf = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
              const answer = await fetch(path, {method, body: JSON.stringify(body), headers: {
                'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
                'X-XSRF-TOKEN': csrf}});
              const writes = JSON.parse(sessionStorage.getItem('rapport.writes') ?? '[]');
              writes.push({token: answer.headers.get('Consistency-Token'), at: Date.now()});
              sessionStorage.setItem('rapport.writes', JSON.stringify(writes));
              return (answer.headers.get('Location') ?? path).split('/').at(-1);
            }""";
    private static final double ONE_RENDERING_MILLIS = 100;
    /** The list looks every ten seconds. */
    private static final double NEWS_MILLIS = 30_000;

    /** In the names of what this journey made, so that it finds nothing else. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final RapportClient others = RunningProduct.clientForJourneys("demo-admin");

    @BeforeEach
    void begin() {
        signIn("zhangsan");
    }

    @Test
    void entersACustomerAndFindsItAtOnce() {
        open("/customers");
        button("新建（按 n）").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^客户"))).click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(form.getByText("请填写客户名称")).isVisible();
        // What users type is text, whatever it looks like.
        String name = "<img src=x onerror=alert(1)> " + mark;
        form.getByLabel("客户名称").fill(name);
        form.getByLabel("电话").fill("12");
        provoke(422, "/api/customers");
        form.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(form.getByLabel("电话")).hasAttribute("aria-invalid", "true");
        look("refused");
        form.getByLabel("电话").fill("010-12345678");
        form.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(form).isHidden();

        search(mark);
        assertThat(page.getByText("共 1 条")).isVisible();
        assertThat(record(name)).isVisible();
        look("found");
    }

    @Test
    void narrowsAListAndSharesItAsALink() {
        customers(3, index -> Map.of("region", index == 0 ? "拉萨" : "昆明"));
        open("/customers?q=" + mark);
        assertThat(page.getByText("共 3 条")).isVisible();

        button("高级筛选").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("筛选表达式").fill("region eq '昆明' and (salesStatus in ('POTENTIAL') or");
        assertThat(dialog.getByText(Pattern.compile("无法识别"))).isVisible();
        dialog.getByLabel("筛选表达式").fill("region eq '昆明' and (salesStatus in ('POTENTIAL') or phone exists)");
        look("expression");
        dialog.getByRole(AriaRole.BUTTON, named("应用")).click();
        assertThat(page.getByText("共 2 条")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改条件：所在地区: 昆明"))).isVisible();

        String link = page.url();
        open("/");
        open(link);
        assertThat(page.getByText("共 2 条")).isVisible();
        look("narrowed");
        button("移除条件：所在地区: 昆明").click();
        assertThat(page.getByText("共 3 条")).isVisible();
        page.goBack();
        assertThat(page.getByText("共 2 条")).isVisible();
        search("没有这样的客户" + mark);
        assertThat(page.getByText("没有符合条件的记录")).isVisible();
        look("nothing");
    }

    @Test
    void looksAtRecordsBesideTheList() {
        List<String> made = customers(2, index -> Map.of("phone", "010-1234567" + index));
        open("/customers?sort=name&q=" + mark);
        record("客户 0 " + mark).click();
        Locator panel = page.getByLabel("记录详情");
        Locator shown = panel.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2)).first();
        assertThat(shown).hasText("客户 0 " + mark);
        assertThat(page).hasURL(Pattern.compile("peek=" + made.getFirst()));
        look("panel");
        panel.getByRole(AriaRole.BUTTON, named("下一条")).click();
        assertThat(shown).hasText("客户 1 " + mark);
        if (device == Device.DESKTOP) {
            page.getByRole(AriaRole.ROW).nth(2).focus();
            page.keyboard().press("ArrowUp");
            assertThat(shown).hasText("客户 0 " + mark);
        }
        panel.getByRole(AriaRole.BUTTON, named("关闭详情")).click();
        assertThat(panel).isHidden();
    }

    @Test
    void changesAStatusInTheList() {
        onADesktop();
        customers(1, index -> Map.of());
        open("/customers?q=" + mark);
        edit("客户状态");
        option("跟进中").click();

        assertThat(row(0).getByText("跟进中")).isVisible();
        page.reload();
        assertThat(row(0).getByText("跟进中")).isVisible();
    }

    @Test
    void choosesBetweenWhatTwoPeopleChangedAtOnce() {
        onADesktop();
        String id = customers(1, index -> Map.of()).getFirst();
        open("/customers?q=" + mark);
        assertThat(row(0)).isVisible();
        page.evaluate(SENT, Map.of("method", "PATCH", "path", "/api/customers/" + id, "body", Map.of("level", "KEY")));
        provoke(412, "/api/customers/" + id);
        edit("客户等级");
        option("VIP").click();

        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("有人刚刚也修改了这条记录"));
        assertThat(dialog.getByText("重要")).isVisible();
        look("conflict");
        dialog.getByRole(AriaRole.BUTTON, named("保存所选")).click();
        assertThat(dialog).isHidden();
        assertThat(row(0).getByText("VIP")).isVisible();
    }

    @Test
    void tagsEveryRecordThatMatches() {
        onADesktop();
        customers(3, index -> Map.of());
        open("/customers?q=" + mark);
        page.getByLabel("选择已加载的全部行").check();
        Locator bar = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("批量操作"));
        assertThat(bar.getByText("已选 3 条")).isVisible();
        bar.getByRole(AriaRole.BUTTON, named("添加标签")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).fill("展会");
        page.keyboard().press("Enter");
        look("tags");
        dialog.getByRole(AriaRole.BUTTON, named("应用到 3 条")).click();

        assertThat(page.getByText("完成：修改 3 条，未变 0 条，失败 0 条")).isVisible();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("关闭")).last().click();
        assertThat(row(2).getByText("展会")).isVisible();
    }

    @Test
    void keepsAViewForTomorrow() {
        onADesktop();
        open("/customers?q=" + mark + "&sort=-name");
        button("保存视图").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("视图名称").fill("视图 " + mark);
        page.getByRole(AriaRole.DIALOG).locator("button.ant-btn-primary").click();
        Locator tab = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("视图 " + mark));
        assertThat(tab).hasAttribute("aria-current", "page");

        open("/customers");
        tab.click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(mark);
        button("视图操作").click();
        page.getByRole(AriaRole.MENUITEM).click();
        page.getByRole(AriaRole.DIALOG).locator("button.ant-btn-primary").click();
        assertThat(tab).isHidden();
    }

    @Test
    void goesOnWhereTheSessionEndedWhileTyping() {
        open("/customers");
        button("新建（按 n）").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^客户"))).click();
        Locator form = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("新建客户"));
        form.getByLabel("客户名称").fill("没有丢 " + mark);
        provoke(401, "/api/");
        endSession();
        form.getByRole(AriaRole.BUTTON, named("保存")).click();

        Locator ended = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("登录已过期"));
        assertThat(ended).isVisible();
        look("session-ended");
        signInBeside("zhangsan");

        assertThat(ended).isHidden();
        assertThat(form).isHidden();
        search("没有丢 " + mark);
        assertThat(record("没有丢 " + mark)).isVisible();
    }

    @Test
    void learnsWhatOthersHaveMadeOfItWithoutAJump() {
        List<String> made = customers(2, index -> Map.of());
        open("/customers?sort=name&q=" + mark);
        assertThat(page.getByText("共 2 条")).isVisible();
        // Somebody else changes one of them, and enters another before it.
        assertThat(others.patch("/api/customers/" + made.getLast(), "{\"salesStatus\":\"CLOSED_WON\"}").status()).isEqualTo(204);
        assertThat(others.post("/api/customers", "{\"name\":\"一个 %s\",\"owner\":\"zhangsan\"}".formatted(mark)).status()).isEqualTo(201);

        Locator waiting = button("1 条有变化 · 显示");
        assertThat(waiting).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEWS_MILLIS));
        assertThat(page.getByText("已成交").first()).isVisible();
        assertThat(record("一个 " + mark)).hasCount(0);
        look("waiting");
        waiting.click();
        assertThat(record("一个 " + mark)).isVisible();
        assertThat(page.getByText("共 3 条")).isVisible();
        assertThat(waiting).isHidden();
    }

    @Test
    void drawsFiftyRowsAgainBeforeAnybodyNotices() {
        onADesktop();
        customers(50, index -> Map.of());
        page.setViewportSize(1440, 2200);
        open("/customers?q=" + mark);
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(51);

        Number quickest = (Number) page.evaluate("""
                () => {
                  const all = document.querySelector('[role=columnheader] input');
                  const times = Array.from({length: 9}, () => {
                    const begin = performance.now();
                    all.click();
                    document.querySelector('[role=grid]').offsetHeight;
                    return performance.now() - begin;
                  });
                  return Math.min(...times);
                }""");
        assertThat(quickest.doubleValue()).isLessThanOrEqualTo(ONE_RENDERING_MILLIS);
    }

    private List<String> customers(int count, IntFunction<Map<String, Object>> facts) {
        return IntStream.range(0, count).mapToObj(index -> {
            Map<String, Object> body = new HashMap<>(facts.apply(index));
            body.put("owner", "zhangsan");
            body.put("name", "客户 " + index + " " + mark);
            return (String) page.evaluate(SENT, Map.of("method", "POST", "path", "/api/customers", "body", body));
        }).toList();
    }

    private void search(String text) {
        page.getByRole(AriaRole.SEARCHBOX).fill(text);
        assertThat(page).hasURL(Pattern.compile("[?&]q="));
    }

    private Locator record(String name) {
        Locator records = device == Device.DESKTOP ? page.getByRole(AriaRole.ROWHEADER)
            : page.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON);
        return records.filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Row of the table, from 0. */
    private Locator row(int index) {
        return page.locator("[data-index='" + index + "']");
    }

    private void edit(String field) {
        row(0).hover();
        row(0).getByRole(AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^修改" + field))).click();
    }

    private Locator option(String name) {
        return page.locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private void onADesktop() {
        Assumptions.assumeTrue(device == Device.DESKTOP, "tables are cards on a phone");
    }
}
