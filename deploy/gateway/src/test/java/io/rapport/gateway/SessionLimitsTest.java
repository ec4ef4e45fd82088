package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Sessions where tokens run out all the time, where few may be signed in, and behind a proxy that ends TLS. */
@TestPropertySource(properties = {"rapport.identity.token-lifetime=50s", "rapport.sessions.most=2",
        "server.forward-headers-strategy=native"})
class SessionLimitsTest extends RunningGateway {

    @Test
    void renewsTokensBeforeTheyRunOut() throws Exception {
        Browser browser = new Browser(port);
        browser.signIn("zhangsan");
        browser.open("/api/customers");
        String first = REPORTING.lastHeader("Authorization");

        assertThat(browser.open("/api/customers").statusCode()).isEqualTo(200);

        assertThat(REPORTING.lastHeader("Authorization")).startsWith("Bearer ").isNotEqualTo(first);
    }

    @Test
    void endsTheOldestSessionWhenThereAreTooMany() throws Exception {
        Browser first = new Browser(port);
        first.signIn("zhangsan");
        assertThat(first.open("/api/customers").statusCode()).isEqualTo(200);
        Browser second = new Browser(port);
        second.signIn("lisi");
        Browser third = new Browser(port);
        third.signIn("admin");

        problem(first.open("/api/customers"), 401, "session-ended");
        assertThat(second.open("/api/customers").statusCode()).isEqualTo(200);
        assertThat(third.open("/api/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void marksCookiesAsSecureWhereTheProxyEndsTls() throws Exception {
        Browser browser = new Browser(port, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "crm.example.com");

        HttpResponse<String> begun = browser.open("/login");

        assertThat(begun.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("rapport-sign-in=").contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(begun.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }
}
