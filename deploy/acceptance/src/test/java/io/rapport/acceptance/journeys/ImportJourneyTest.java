package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a spreadsheet to the list and back. */
class ImportJourneyTest extends Journey {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    /** One column that nobody can guess, one row that cannot be taken. */
    private final String table = """
        客户名称,联系电话,备注栏,所在地区
        旅程%1$s甲有限公司,13800000001,老朋友,上海
        旅程%1$s乙有限公司,13800000002,,北京
        ,13800000003,没有名称,天津
        """.formatted(mark);

    @Test
    void aFileIsUnderstoodTriedImportedAndUndone() throws IOException {
        signIn("zhangsan");
        open("/imports/customer");
        choose(table.getBytes(Charset.forName("GB18030")));
        assertThat(page.getByText("读到 3 行")).isVisible();
        assertThat(page.getByText("编码 GB18030")).isVisible();
        look("file");

        press("下一步");
        assertThat(page.getByText("按什么识别已有记录")).isVisible();
        assertThat(page.getByText("老朋友")).isVisible();
        look("mapping");
        press("下一步");
        assertThat(count("新建")).hasText("2");
        assertThat(count("拒绝")).hasText("1");
        Download refused = page.waitForDownload(() -> page.getByText("下载被拒绝的行及原因").click());
        try (InputStream rows = refused.createReadStream()) {
            assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8)).contains("没有名称").doesNotContain("老朋友");
        }
        look("dry-run");

        press("导入 2 行");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("已完成")).isVisible();
        look("done");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("撤销导入")).click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销导入")).click();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("已完成")).isVisible();
        open("/customers?q=" + mark);
        assertThat(page.getByText("旅程" + mark)).hasCount(0);
    }

    @Test
    void goingBackInEachStepLosesNothing() {
        signIn("zhangsan");
        open("/imports/customer");
        choose(table.getBytes(StandardCharsets.UTF_8));
        press("下一步");
        assertThat(page.getByText("按什么识别已有记录")).isVisible();
        assertThat(page.getByText("老朋友")).isVisible();
        press("下一步");
        assertThat(count("新建")).hasText("2");

        page.goBack();
        assertThat(page.getByText("老朋友")).isVisible();
        page.goBack();
        assertThat(page.getByText("读到 3 行")).isVisible();
        page.goForward();
        page.goForward();
        assertThat(count("新建")).hasText("2");
        press("上一步");
        assertThat(page.getByText("老朋友")).isVisible();
    }

    @Test
    void aSessionThatEndsMeanwhileCostsNothingButANewSignIn() {
        signIn("zhangsan");
        open("/imports/customer");
        choose(table.getBytes(StandardCharsets.UTF_8));
        tryWithProposedMapping();
        assertThat(count("新建")).hasText("2");
        provoke(401, "/api/");
        endSession();
        press("导入 2 行");

        assertThat(page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("登录已过期"))).isVisible();
        look("session-ended");
        signInBeside("zhangsan");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("已完成")).isVisible();
        assertThat(count("新建")).hasText("2");
    }

    @Test
    void loadingThePageAnewInEachStepLosesNothing() {
        signIn("zhangsan");
        open("/imports/customer");
        choose(table.getBytes(StandardCharsets.UTF_8));
        assertThat(page.getByText("读到 3 行")).isVisible();
        waitUntilKept("客户名称", "name");
        page.reload();
        assertThat(page.getByText("已选择：客户.csv")).isVisible();
        press("下一步");
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("导入到字段: 备注栏")).fill("需求");
        page.locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^需求$"))).click();
        waitUntilKept("备注栏", "needs");
        page.reload();
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("备注栏"))).containsText("需求");
        press("下一步");
        assertThat(count("新建")).hasText("2");
        page.reload();
        assertThat(count("新建")).hasText("2");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("账户：")).click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("退出登录")).click();
        page.waitForURL("**/signed-out");
        assertThat(page.evaluate("async () => (await indexedDB.databases()).length"))
            .as("files that are kept after somebody has signed out").isEqualTo(0);
    }

    /** From the chosen file: a second click before the next step is shown would be one on the button of the first. */
    private void tryWithProposedMapping() {
        press("下一步");
        assertThat(page.getByText("按什么识别已有记录")).isVisible();
        press("下一步");
    }

    /** The browser writes a moment after the page has shown it. */
    private void waitUntilKept(String column, String field) {
        page.waitForFunction("""
                async ([column, field]) => {
                  if ((await indexedDB.databases()).length === 0) return false;
                  const result = (request) => new Promise((resolve, reject) => {
                    request.onsuccess = () => resolve(request.result);
                    request.onerror = () => reject(request.error);
                  });
                  const database = await result(indexedDB.open('rapport.files'));
                  try {
                    const kept = await result(database.transaction('kept').objectStore('kept').getAll());
                    return kept.some(({ value }) => value.mapping[column] === field);
                  } finally {
                    database.close();
                  }
                }""", List.of(column, field));
    }

    @Test
    void theTrialSaysWhatWouldChangeOfWhat() {
        String number = Long.toString(System.nanoTime());
        Answer known = RunningProduct.clientForJourneys("demo-rep").post("/api/customers",
            "{\"number\":\"%s\",\"name\":\"旅程%s甲\",\"region\":\"上海\",\"owner\":\"zhangsan\"}".formatted(number, mark));
        assertThat(known.status()).as(known.toString()).isEqualTo(201);
        signIn("zhangsan");
        open("/imports/customer");
        choose("客户编号,客户名称,所在地区\n%s,旅程%s甲,北京\n".formatted(number, mark).getBytes(StandardCharsets.UTF_8));
        tryWithProposedMapping();

        assertThat(count("更新")).hasText("1");
        Locator differences = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("将被修改的记录"));
        assertThat(differences).containsText("旅程" + mark + "甲");
        assertThat(differences).containsText(Pattern.compile("所在地区\\s*上海\\s*北京"));
        look("differences");
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        signIn("zhangsan");
        open("/imports/customer");
        provoke(422, "/api/customers/import/preview");
        choose(new byte[] {0, 1, 2, 3});

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("[\\u4e00-\\u9fff]"));
        look("no-table");
    }

    private void choose(byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload("客户.csv", "text/csv", content));
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private Locator count(String name) {
        return page.locator("dl > div").filter(new Locator.FilterOptions().setHasText(name)).locator("dd");
    }
}
