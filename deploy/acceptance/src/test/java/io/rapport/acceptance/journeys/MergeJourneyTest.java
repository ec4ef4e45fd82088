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

/** Two customers become one, and two again. */
class MergeJourneyTest extends Journey {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void twoCustomersAreComparedMergedAndToldApartAgain() {
        RapportClient zhangsan = RunningProduct.clientForJourneys("demo-rep");
        String kept = registered(zhangsan, "{\"name\":\"合并%s甲公司\",\"tags\":[\"展会\"]}".formatted(mark));
        String merged = registered(zhangsan, "{\"name\":\"合并%s乙公司\",\"email\":\"b@example.com\",\"tags\":[\"老客户\"]}".formatted(mark));
        signIn("zhangsan");
        open("/merges/" + kept + "/" + merged);

        assertThat(page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("邮箱: 采用"))).isChecked();
        assertThat(page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("客户名称: 保留"))).isChecked();
        look("side-by-side");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("合并为一个客户")).click();

        Locator unmerge = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("撤销合并"));
        assertThat(unmerge).isVisible();
        assertThat(page.getByText("合并%s乙公司 已并入 合并%s甲公司".formatted(mark, mark))).isVisible();
        look("merged");
        unmerge.click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销合并")).click();

        assertThat(page.getByText("已拆分为两个客户。")).isVisible();
        assertThat(page.getByText("恢复的字段")).containsText("邮箱");
        look("two-again");
    }

    private static String registered(RapportClient client, String customer) {
        Answer answer = client.post("/api/customers", customer);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}
