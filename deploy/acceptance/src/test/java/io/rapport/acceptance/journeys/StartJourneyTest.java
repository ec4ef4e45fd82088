package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that the day begins with. */
class StartJourneyTest extends Journey {

    /** News is asked for every five seconds. */
    private static final double NEWS_MILLIS = 20_000;

    private final RapportClient rep = RunningProduct.clientForJourneys("demo-rep");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsWhatShouldNotWaitAndLeadsToTheList() {
        String customer = created("/api/customers", "{\"name\":\"首页客户 %s\",\"owner\":\"zhangsan\"}".formatted(mark), "customers");
        String name = "逾期机会 " + mark;
        created("/api/opportunities", """
            {"name":"%s","customerId":"%s","owner":"zhangsan","amount":{"amount":"50000.00","currency":"CNY"},"expectedClose":"%s"}"""
            .formatted(name, customer, LocalDate.now(ZoneOffset.UTC).minusDays(3)), "opportunities");
        signIn("zhangsan");
        open("/");

        Locator attention = page.getByRole(AriaRole.REGION, named("需要我处理"));
        Locator overdue = attention.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("已过预期成交日")));
        assertThat(overdue).isVisible();
        assertThat(attention).containsText(Pattern.compile("已过 \\d+ 天"));
        assertThat(attention).containsText("建议：");
        look("start");
        overdue.click();
        assertThat(page).hasURL(Pattern.compile("/pipeline\\?.*expectedClose"));
        assertThat(page.getByText(name).first()).isVisible();
    }

    @Test
    void showsNewInteractionsWithoutBeingAsked() {
        signIn("zhangsan");
        open("/");
        Locator news = page.getByRole(AriaRole.REGION, named("最新动态"));
        assertThat(news).isVisible();
        String customer = created("/api/customers", "{\"name\":\"动态客户 %s\",\"owner\":\"zhangsan\"}".formatted(mark), "customers");
        created("/api/interactions", """
            {"kind":"CALL","time":"2026-11-01T02:00:00Z","subject":"刚刚来电 %s","customerId":"%s"}""".formatted(mark, customer), "interactions");

        assertThat(news.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("刚刚来电 " + mark)))
            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEWS_MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "analyst", "admin"})
    void showsEachRoleWhatItMaySee(String user) {
        signIn(user);
        open("/");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).isVisible();
        assertThat(page.locator("a[href^='/customers']").first()).isVisible();
        assertThat(page.locator(".ant-skeleton")).hasCount(0);
        look(user);
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
