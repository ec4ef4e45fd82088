package io.rapport.acceptance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rapport.acceptance.RunningProduct;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A salesperson moves his opportunities over the board. */
class PipelineJourneyTest extends Journey {

    private final RapportClient rep = RunningProduct.clientForJourneys("demo-rep");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "产线看板 " + mark;
    private String opportunity;

    @BeforeEach
    void anOpportunityAtTheBeginning() {
        String customer = id(rep.post("/api/customers", "{\"name\":\"看板客户 %s\",\"owner\":\"zhangsan\"}".formatted(mark)));
        Answer created = rep.post("/api/opportunities", """
            {"name":"%s","customerId":"%s","owner":"zhangsan","amount":{"amount":"50000.00","currency":"CNY"}}"""
            .formatted(name, customer));
        opportunity = "/api/opportunities/" + id(created);
        // The board reads what others have written when the index has it.
        rep.get("/api/opportunities?size=1", "Consistency-Token", created.consistencyToken());
    }

    @Test
    void dragsACardToAnotherStage() {
        assumeTrue(device == Device.DESKTOP, "nothing is dragged on a phone");
        openBoard();
        BoundingBox from = card().boundingBox();
        BoundingBox to = column("谈判").boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height - 20);
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2 + 40, from.y + from.height, new Mouse.MoveOptions().setSteps(4));
        assertThat(page.getByText("拖到这里：赢单")).isVisible();
        page.mouse().move(to.x + to.width / 2, to.y + 200, new Mouse.MoveOptions().setSteps(8));
        look("dragging");
        page.mouse().up();

        assertThat(column("谈判").getByRole(AriaRole.LINK, exactly(name))).isVisible();
        assertThat(column("谈判")).containsText("¥50,000");
        eventually("stage", "NEGOTIATION");
        look("dragged");
    }

    @Test
    void movesACardWithTheKeyboard() {
        assumeTrue(device == Device.DESKTOP, "phones have no keyboard");
        openBoard();
        page.getByRole(AriaRole.BUTTON, named("移动：" + name)).focus();
        page.keyboard().press("Space");
        assertThat(page.getByRole(AriaRole.STATUS).getByText(Pattern.compile("产品兴趣"))).isAttached();
        pressUntilTold("ArrowRight", "在「报价」上方");
        page.keyboard().press("Space");

        assertThat(column("报价").getByRole(AriaRole.LINK, exactly(name))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("移动：" + name))).isFocused();
        eventually("stage", "QUOTATION");
    }

    @Test
    void movesACardFromItsMenu() {
        openBoard();
        choose("移到「签约」");
        if (device == Device.PHONE) {
            assertThat(page.getByText("这个阶段还没有机会")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("签约")).click();
        }

        assertThat(column("签约").getByText(name)).isVisible();
        eventually("stage", "SIGNING");
        look("moved");
    }

    @Test
    void winsAnOpportunityForWhatItWasSoldFor() {
        openBoard();
        choose("标为赢单");
        Locator asked = page.getByRole(AriaRole.DIALOG);
        asked.getByLabel("成交金额").fill("6万");
        look("win");
        asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("标为赢单")).click();

        assertThat(card()).hasCount(0);
        assertThat(eventually("status", "WON").at("/amount/amount").asString()).isEqualTo("60000.00");
    }

    @Test
    void saysWhyAnOpportunityIsLost() {
        openBoard();
        choose("标为输单");
        Locator asked = page.getByRole(AriaRole.DIALOG);
        Locator done = asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("标为输单"));
        done.click();
        assertThat(asked.getByText("请说明原因")).isVisible();
        look("lose");
        asked.getByLabel("输单原因").fill("预算被削减");
        done.click();

        assertThat(card()).hasCount(0);
        assertThat(eventually("status", "LOST").get("closeReason").asString()).isEqualTo("预算被削减");
    }

    @Test
    void decidesWhenSomebodyElseWasFaster() {
        provoke(412, opportunity + "/stage");
        openBoard();
        Answer other = rep.post(opportunity + "/stage", "{\"stage\":\"SIGNING\"}");
        assertThat(other.status()).as(other.toString()).isEqualTo(204);
        choose("移到「报价」");
        Locator asked = page.getByRole(AriaRole.DIALOG);
        assertThat(asked).containsText("现在处于「签约」");
        look("conflict");
        asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("仍然移动")).click();

        eventually("stage", "QUOTATION");
    }

    /** A card that has just been taken up does not hear the arrows at once; whoever sees nothing move presses again. */
    private void pressUntilTold(String key, String words) {
        Locator told = page.getByRole(AriaRole.STATUS).getByText(Pattern.compile(words));
        for (int press = 0; press < 10 && told.count() == 0; press++) {
            page.keyboard().press(key);
            try {
                told.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED).setTimeout(1_500));
            } catch (TimeoutError notHeard) {
                // Pressed again.
            }
        }
        assertThat(told).isAttached();
    }

    private void openBoard() {
        signIn("zhangsan");
        open("/pipeline/board?q=" + mark);
        assertThat(card()).isVisible();
    }

    private void choose(String action) {
        page.getByRole(AriaRole.BUTTON, named("操作：" + name)).click();
        page.getByRole(AriaRole.MENUITEM, named(action)).click();
    }

    private Locator card() {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator column(String stage) {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(Pattern.compile("^" + stage + "，")));
    }

    /** The page shows a move before it is stored. */
    private JsonNode eventually(String field, String value) {
        for (long end = System.nanoTime() + 10_000_000_000L; System.nanoTime() < end; page.waitForTimeout(100)) {
            JsonNode stored = rep.get(opportunity).json();
            if (value.equals(stored.path(field).asString(""))) {
                return stored;
            }
        }
        throw new AssertionError(field + " never was " + value + ": " + rep.get(opportunity));
    }

    private static String id(Answer created) {
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    private static GetByRoleOptions named(String label) {
        return new GetByRoleOptions().setName(label);
    }

    private static Locator.GetByRoleOptions exactly(String label) {
        return new Locator.GetByRoleOptions().setName(label).setExact(true);
    }
}
