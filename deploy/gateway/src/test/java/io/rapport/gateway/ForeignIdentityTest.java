package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.testing.HouseRules;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway of a deployment with an identity provider of its own, told by three settings: the built-in one does not
 * exist.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "rapport.identity.client.id=" + StubProvider.CLIENT, "rapport.identity.client.secret=" + StubProvider.SECRET})
class ForeignIdentityTest {

    private static final StubService REPORTING = new StubService("reporting");
    private static final StubProvider PROVIDER = new StubProvider();

    @Autowired
    private JsonMapper mapper;
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.issuer", PROVIDER::issuer);
        properties.add("rapport.services.reporting", REPORTING::address);
    }

    @AfterEach
    void behaveAsEver() {
        PROVIDER.setAway(false);
        PROVIDER.setRefusing(false);
        PROVIDER.setLifetimeSeconds(300);
    }

    @Test
    void signsPeopleInThere() throws Exception {
        Browser browser = signedIn();

        assertThat(browser.location()).isEqualTo("/customers");
        assertThat(browser.open("/api/customers").body()).isEqualTo("reporting GET /api/customers");
    }

    @Test
    void believesItsTokensWithKeysFromWhereItSaysTheyAre() throws Exception {
        signedIn().open("/api/customers");
        String token = REPORTING.lastHeader("Authorization");

        assertThat(new Browser(port, "Authorization", token).open("/api/customers").statusCode()).isEqualTo(200);
        assertThat(new Browser(port, "Authorization", token + "x").open("/api/customers").statusCode()).isEqualTo(401);
    }

    @Test
    void leadsThereToSignOutToo() throws Exception {
        Browser browser = signedIn();
        browser.open("/api/customers");

        HttpResponse<String> answer = browser.write("POST", "/logout", "");

        assertThat(mapper.readTree(answer.body()).get("location").asString())
                .startsWith(PROVIDER.issuer() + "/logout?id_token_hint=ey")
                .endsWith("post_logout_redirect_uri=http://127.0.0.1:" + port + "/signed-out");
        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(401);
    }

    @Test
    void renewsTokensOnceForRequestsThatComeTogether() throws Exception {
        PROVIDER.setLifetimeSeconds(30);
        Browser browser = signedIn();
        PROVIDER.setLifetimeSeconds(300);
        int before = PROVIDER.renewals();

        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(number -> requests.submit(() -> browser.open("/api/customers").statusCode())).toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(PROVIDER.renewals()).isEqualTo(before + 1);
    }

    @Test
    void endsTheSessionWhenItRenewsNoMore() throws Exception {
        PROVIDER.setLifetimeSeconds(30);
        Browser browser = signedIn();
        PROVIDER.setRefusing(true);

        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(401);
        PROVIDER.setRefusing(false);
        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(401);
    }

    @Test
    void goesOnWhileItIsAwayAsLongAsTheTokenIsGood() throws Exception {
        PROVIDER.setLifetimeSeconds(30);
        Browser browser = signedIn();
        PROVIDER.setAway(true);

        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void asksToComeBackWhenTheTokenRanOutWhileItIsAway() throws Exception {
        PROVIDER.setLifetimeSeconds(0);
        Browser browser = signedIn();
        PROVIDER.setAway(true);

        HttpResponse<String> answer = browser.open("/api/customers");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        PROVIDER.setAway(false);
        PROVIDER.setLifetimeSeconds(300);
        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhoWasRefusedThere() throws Exception {
        PROVIDER.setRefusing(true);
        Browser browser = new Browser(port);
        browser.open("/login");
        browser.follow();

        HttpResponse<String> page = browser.follow();

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("The sign-in was refused", "href=\"/login\"");
    }

    @Test
    void tellsThatItIsAway() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login");
        PROVIDER.setAway(true);
        browser.follow();

        HttpResponse<String> page = browser.follow();

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("Sign-in cannot be reached right now");
    }

    @Test
    void hasNoEndpointsOfItsOwn() throws Exception {
        Browser browser = new Browser(port);
        assertThat(browser.open("/oauth2/jwks").statusCode()).isEqualTo(404);
        assertThat(browser.open("/.well-known/oauth-authorization-server").statusCode()).isEqualTo(404);
        assertThat(browser.forge("POST", "/oauth2/token").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.rapport.gateway");
    }

    private Browser signedIn() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login?from=/customers");
        browser.follow();
        HttpResponse<String> back = browser.follow();
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        return browser;
    }
}
