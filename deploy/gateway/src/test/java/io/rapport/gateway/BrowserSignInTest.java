package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * How people sign in with a browser at the built-in identity provider. The browser knows the gateway by another name
 * than the provider calls itself by.
 */
class BrowserSignInTest extends RunningGateway {

    @Test
    void leadsToTheFormAndBackToWhereItBegan() throws Exception {
        Browser browser = new Browser(port);

        browser.open("/login?from=/customers?q%3Dhuawei%26page%3D2");
        assertThat(browser.location()).startsWith("/oauth2/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=");
        HttpResponse<String> form = browser.follow();
        assertThat(form.statusCode()).isEqualTo(200);
        HttpResponse<String> granted = browser.submit("zhangsan", "demo");
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(302);
        assertThat(browser.location()).startsWith("/login/oauth2/code/rapport?code=");
        HttpResponse<String> signedIn = browser.follow();

        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
        assertThat(browser.location()).isEqualTo("/customers?q=huawei&page=2");
        assertThat(signedIn.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("rapport-session=").contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure"));
    }

    @Test
    void givesServicesTheTokenOfTheOneWhoSignedIn() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn("zhangsan");

        assertThat(browser.open("/api/customers?q=x").body()).isEqualTo("reporting GET /api/customers?q=x");

        String[] authorization = REPORTING.lastHeader("Authorization").split(" ");
        assertThat(authorization[0]).isEqualTo("Bearer");
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(authorization[1].split("\\.")[1]));
        assertThat(claims.get("sub").asString()).isEqualTo("zhangsan");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"rep\"]");
        assertThat(claims.get("team").asString()).isEqualTo("/east/shanghai");
        assertThat(claims.get("aud").toString()).contains("rapport");
        assertThat(claims.get("scope").asString()).contains("customers:write").doesNotContain("admin", "openid");
        assertThat(REPORTING.lastHeader("Cookie")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"admin,admin", "demo-rep,zhangsan", "lisi,lisi", "analyst,analyst"})
    void knowsEveryoneByHisNameAndByThatOfHisClient(String name, String user) throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(name);
        browser.open("/api/customers");

        String token = REPORTING.lastHeader("Authorization").split("\\.")[1];
        assertThat(mapper.readTree(Base64.getUrlDecoder().decode(token)).get("sub").asString()).isEqualTo(user);
    }

    @ParameterizedTest
    @CsvSource({"zhangsan,wrong", "nobody,demo", "'',demo", "zhangsan,''"})
    void refusesWhatDoesNotBelongTogether(String user, String password) throws Exception {
        Browser browser = new Browser(port, "Accept-Language", "zh-CN");
        browser.open("/login");
        browser.follow();

        HttpResponse<String> form = browser.submit(user, password);

        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("用户名与密码不匹配", "value=\"" + user + "\"");
        assertThat(browser.cookie("rapport-session")).isEmpty();
        assertThat(browser.submit("zhangsan", "demo").statusCode()).isEqualTo(302);
    }

    @Test
    void slowsDownWhoeverGuessesPasswords() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login");
        browser.follow();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(browser.submit("guessed", "guess" + guess).statusCode()).isEqualTo(422);
        }

        HttpResponse<String> next = browser.submit("guessed", "demo");

        assertThat(next.statusCode()).isEqualTo(429);
        String wait = next.headers().firstValue("Retry-After").orElseThrow();
        assertThat(Integer.parseInt(wait)).isBetween(1, 10);
        assertThat(next.body()).contains("Try again in " + wait + " s");
        assertThat(browser.submit("lisi", "demo").statusCode()).isEqualTo(302);
    }

    @Test
    void showsWhatWasTypedAsText() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login");
        browser.follow();

        String form = browser.submit("\"><script>alert(1)</script>{{style}}", "x").body();

        assertThat(form).doesNotContain("<script").contains("&lt;script&gt;", "{{style}}");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,,zh-CN,密码", "zh-TW,,zh-TW,密碼", "fr,,en,Password", "en,zh-TW,zh-TW,密碼", "zh-CN,en,en,Password"})
    void speaksTheLanguageOfTheReader(String asked, String chosen, String language, String password) throws Exception {
        Browser browser = new Browser(port, "Accept-Language", asked);
        browser.open("/login" + (chosen == null ? "" : "?language=" + chosen));

        HttpResponse<String> form = browser.follow();

        assertThat(form.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(form.body()).contains("<html lang=\"" + language + "\">", password);
        assertThat(form.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("default-src 'none'", "form-action 'self'").doesNotContain("unsafe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example/", "customers", "/a%0D%0Ab", ""})
    void returnsToNoOtherHost(String from) throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login?from=" + from);
        browser.follow();
        browser.submit("zhangsan", "demo");
        browser.follow();

        assertThat(browser.location()).isEqualTo("/");
    }

    @Test
    void endsInTheBrowserInWhichItBegan() throws Exception {
        Browser begun = new Browser(port);
        begun.open("/login");
        begun.follow();
        begun.submit("zhangsan", "demo");
        Browser other = new Browser(port);

        HttpResponse<String> answer = other.open(begun.location());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("href=\"/login\"");
        assertThat(other.cookie("rapport-session")).isEmpty();
        assertThat(begun.follow().statusCode()).isEqualTo(302);
        assertThat(begun.location()).isEqualTo("/");
    }

    @Test
    void servesSeveralTabsAtOnce() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/login?from=/one");
        String first = browser.location();
        browser.open("/login?from=/two");
        browser.open(first);
        browser.submit("zhangsan", "demo");
        browser.follow();

        assertThat(browser.location()).isEqualTo("/one");
    }

    @Test
    void givesEachSignInASessionOfItsOwn() throws Exception {
        Browser browser = new Browser(port);
        browser.plant("rapport-session", "00000000000000000000000000000000");
        browser.signIn("zhangsan");
        String first = browser.cookie("rapport-session").orElseThrow();
        assertThat(first).isNotEqualTo("00000000000000000000000000000000");

        browser.signIn("lisi");

        assertThat(browser.cookie("rapport-session").orElseThrow()).isNotEqualTo(first);
        Browser thief = new Browser(port);
        thief.plant("rapport-session", first);
        problem(thief.open("/api/customers"), 401, "session-ended");
    }

    @Test
    void takesWritesFromThePageOnly() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn("zhangsan");
        browser.open("/");

        problem(browser.forge("POST", "/api/customers"), 403, "csrf-token-missing");
        problem(browser.forge("POST", "/logout"), 403, "csrf-token-missing");
        assertThat(browser.write("POST", "/api/customers", "{}").body()).isEqualTo("customer POST /api/customers");
        assertThat(browser.write("PATCH", "/api/customers/1", "{}").body()).isEqualTo("customer PATCH /api/customers/1");
        assertThat(CUSTOMER.lastHeader("Cookie")).isNull();
    }

    @Test
    void tellsThePageWhenTheSessionIsGone() throws Exception {
        Browser browser = new Browser(port, "Accept-Language", "zh-CN");
        browser.plant("rapport-session", "00000000000000000000000000000000");

        HttpResponse<String> read = browser.open("/api/customers");
        assertThat(problem(read, 401, "session-ended").get("detail").asString()).contains("登录已过期");
        problem(browser.forge("POST", "/api/customers"), 401, "session-ended");
        problem(browser.write("DELETE", "/api/customers/1", ""), 401, "session-ended");
        assertThat(browser.open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOut() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn("zhangsan");
        browser.open("/");
        String session = browser.cookie("rapport-session").orElseThrow();

        HttpResponse<String> answer = browser.write("POST", "/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        String next = mapper.readTree(answer.body()).get("location").asString();
        assertThat(next).isEqualTo("/signed-out");
        assertThat(browser.open(next).body()).contains("You are signed out", "href=\"/login\"");
        browser.plant("rapport-session", session);
        problem(browser.open("/api/customers"), 401, "session-ended");
    }
}
