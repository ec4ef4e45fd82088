package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A salesperson looks at one of his customers and notes what is new. */
class CustomerJourneyTest extends Journey {

    private final RapportClient rep = new RapportClient(RunningProduct.addressForJourneys(), "demo-rep", "demo");
    private final String name = "星河精密 " + UUID.randomUUID();
    private String customer;

    @BeforeEach
    void aCustomerThatTheyTalkTo() {
        customer = created("/api/customers", """
            {"name":"%s","owner":"zhangsan","salesStatus":"FOLLOWING_UP","phone":"010-12345678","needs":"产线联网"}"""
            .formatted(name));
        String contact = created("/api/contacts", """
            {"name":"马敏","position":"生产副总","phone":"13810112648","customerId":"%s"}""".formatted(customer));
        created("/api/interactions", """
            {"kind":"VISIT","time":"%s","subject":"上门拜访","customerId":"%s","contactId":"%s"}"""
            .formatted(Instant.now().minus(3, ChronoUnit.DAYS), customer, contact));
    }

    @Test
    void seesEverythingAboutACustomer() {
        openCustomer();

        assertThat(page).hasTitle(name + " · Rapport");
        assertThat(page.getByText("上门拜访")).isVisible();
        look("customer");
        part("概况");
        assertThat(page.getByRole(AriaRole.LINK, named("马敏")).first()).isVisible();
        look("about");
    }

    @Test
    void changesAFactWhereItStandsAndSeesItsHistory() {
        openCustomer();
        part("资料");
        change("需求", "产线联网与预测性维护");

        Locator fact = page.getByText("产线联网与预测性维护");
        assertThat(fact.first()).isVisible();
        button("需求的变更历史").click();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("产线联网与预测性维护")).first())
            .containsText("在页面或接口修改");
        look("history");
        page.reload();
        part("资料");
        assertThat(fact.first()).isVisible();
    }

    @Test
    void choosesWhichVersionStaysWhenTwoTabsChangeTheSame() {
        provoke(412, "/api/customers/" + customer);
        openCustomer();
        part("资料");
        button("编辑需求").click();
        Locator needs = page.getByRole(AriaRole.TEXTBOX, named("需求"));
        needs.fill("我的版本");
        Answer other = rep.patch("/api/customers/" + customer, "{\"needs\":\"别人的版本\"}");
        assertThat(other.status()).as(other.toString()).isEqualTo(204);
        button("保存").click();

        Locator versions = page.getByRole(AriaRole.DIALOG);
        assertThat(versions).containsText("我的版本");
        assertThat(versions).containsText("别人的版本");
        look("conflict");
        versions.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存所选")).click();
        assertThat(versions).isHidden();
        page.reload();
        part("资料");
        assertThat(page.getByText("我的版本")).isVisible();
    }

    @Test
    void notesAVisitInThreeClicks() {
        openCustomer();
        page.getByRole(AriaRole.GROUP, named("快速记录")).getByText("拜访").click();
        page.getByRole(AriaRole.TEXTBOX, named("发生了什么？")).fill("客户同意试用。下周安装设备。");
        button("保存").click();

        assertThat(page.getByText("已记录")).isVisible();
        assertThat(page.getByText("客户同意试用", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
        look("noted");
        var noted = rep.get("/api/customers/" + customer + "/timeline").json().get("items").get(0);
        assertThat(noted.get("kind").asString()).isEqualTo("VISIT");
        assertThat(noted.get("text").asString()).isEqualTo("客户同意试用。下周安装设备。");
        assertThat(noted.get("contactId").asString()).as("guessed from whom they spoke to last").isNotEmpty();
    }

    @Test
    void looksAtACustomerAsItWas() {
        Instant before = Instant.now();
        Answer changed = rep.patch("/api/customers/" + customer, "{\"needs\":\"全新的需求\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        signIn("zhangsan");
        open("/customers/" + customer + "?asOf=" + before);

        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("只读"))).containsText("后来变了");
        part("资料");
        assertThat(page.getByText(Pattern.compile("^现在：\\s*全新的需求$"))).isVisible();
        assertThat(button("编辑需求")).isHidden();
        look("as-of");
        button("回到现在").click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("只读"))).isHidden();
    }

    @Test
    void showsScriptsAsText() {
        String script = "<img src=x onerror=alert(1)>";
        customer = created("/api/customers", "{\"name\":\"%s\",\"owner\":\"zhangsan\",\"needs\":\"%s\"}".formatted(script, script));
        signIn("zhangsan");
        open("/customers/" + customer);

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).hasText(script);
        look("script");
    }

    private void openCustomer() {
        signIn("zhangsan");
        open("/customers/" + customer);
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).hasText(name);
    }

    /** On a phone the page has parts. */
    private void part(String title) {
        if (device == Device.PHONE) {
            page.locator("label").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + title + "$"))).click();
        }
    }

    private void change(String field, String value) {
        button("编辑" + field).click();
        page.getByRole(AriaRole.TEXTBOX, named(field)).fill(value);
        button("保存").click();
        assertThat(button("编辑" + field)).isAttached();
    }

    private Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }

    private String created(String path, String json) {
        Answer answer = rep.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}
