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

/** A salesperson finds whatever he thinks of. */
class SearchJourneyTest extends Journey {

    private final RapportClient rep = RunningProduct.clientForJourneys("demo-rep");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "瀚海测绘 " + mark;
    private String customer;

    @BeforeEach
    void aCustomerWithAContact() {
        customer = created("/api/customers", "{\"name\":\"%s\",\"owner\":\"zhangsan\"}".formatted(name), "customers");
        created("/api/contacts", "{\"name\":\"欧阳 %s\",\"customerId\":\"%s\"}".formatted(mark, customer), "contacts");
        signIn("zhangsan");
        open("/");
    }

    @Test
    void findsEveryKindOfRecordAndOpensOne() {
        search().fill(mark);
        assertThat(option(name)).isVisible();
        assertThat(option("欧阳 " + mark)).isVisible();
        look("found");
        Locator box = box();
        box.press("ArrowDown");
        assertThat(option("欧阳 " + mark)).hasAttribute("aria-selected", "true");
        box.press("ArrowUp");
        box.press("Enter");

        assertThat(page).hasURL(Pattern.compile("/customers.*" + customer));
        assertThat(box).isHidden();
        search();
        assertThat(page.getByRole(AriaRole.GROUP, named("最近打开"))).containsText(name);
    }

    @Test
    void understandsPinyin() {
        search().fill("hanhaicehui " + mark);
        assertThat(option(name)).isVisible();
    }

    @Test
    void saysWhenThereIsNothing() {
        search().fill("没有这个" + mark + UUID.randomUUID());
        assertThat(page.getByRole(AriaRole.STATUS).getByText(Pattern.compile("没有找到"))).isVisible();
        look("nothing");
        box().press("Escape");
        assertThat(box()).isHidden();
    }

    private Locator search() {
        Locator button = page.getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("搜索")).first();
        assertThat(button).isVisible();
        if (device == Device.DESKTOP) {
            page.keyboard().press("Control+k");
        } else {
            button.click();
        }
        assertThat(box()).isFocused();
        return box();
    }

    private Locator box() {
        return page.getByRole(AriaRole.COMBOBOX, named("全局搜索"));
    }

    private Locator option(String title) {
        return page.getByRole(AriaRole.OPTION, named(title)).first();
    }

    private String created(String path, String json, String collection) {
        Answer answer = rep.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        rep.get("/api/" + collection + "?size=1", "Consistency-Token", answer.consistencyToken());
        return answer.json().get("id").asString();
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }
}
