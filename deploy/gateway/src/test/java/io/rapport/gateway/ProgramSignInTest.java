package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How programs sign in, and who is turned away. */
class ProgramSignInTest extends RunningGateway {

    @Test
    void givesTokensWithTheClaimsOfTheRole() throws Exception {
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims.get("sub").stringValue()).isEqualTo("zhangsan");
        assertThat(claims.get("iss").stringValue()).isEqualTo("http://localhost:8080");
        assertThat(claims.get("aud").toString()).contains("rapport");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"rep\"]");
        assertThat(claims.get("team").stringValue()).isEqualTo("/east/shanghai");
        assertThat(claims.get("scope").stringValue().split(" ")).contains("customers:read", "customers:write");
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue()).isEqualTo(3_600);
    }

    @ParameterizedTest
    @CsvSource({"demo-admin,admin,administrator,", "demo-manager,manager,manager,/east",
            "demo-rep-north,lisi,rep,/north/beijing", "demo-analyst,analyst,analyst,", "demo-service,service,service,",
            "demo-marketer,marketer,marketer,", "demo-integration,integration,integration,"})
    void knowsEveryDemoClient(String client, String user, String role, String team) throws Exception {
        HttpResponse<String> answer = send(tokenRequest(client, "demo", ""));
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder()
                .decode(mapper.readTree(answer.body()).get("access_token").stringValue().split("\\.")[1]));

        assertThat(claims.get("sub").stringValue()).isEqualTo(user);
        assertThat(claims.get("roles").toString()).isEqualTo("[\"" + role + "\"]");
        assertThat(claims.path("team").asString("")).isEqualTo(team == null ? "" : team);
    }

    @Test
    void narrowsTokensOnRequestAndNeverWidensThem() throws Exception {
        assertThat(mapper.readTree(send(tokenRequest("demo-rep", "demo", "&scope=customers:read")).body())
                .get("scope").stringValue()).isEqualTo("customers:read");
        HttpResponse<String> wider = send(tokenRequest("demo-rep", "demo", "&scope=admin"));
        assertThat(wider.statusCode()).isEqualTo(400);
        assertThat(wider.body()).contains("invalid_scope");
    }

    @Test
    void slowsDownWhoeverGuessesSecrets() throws Exception {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(send(tokenRequest("demo-guessed", "guess" + guess, "")).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> next = send(tokenRequest("demo-guessed", "demo", ""));
        problem(next, 429, "too-many-requests");
        assertThat(Integer.parseInt(next.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);
        assertThat(send(tokenRequest("demo-rep", "demo", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void publishesThePublicHalfOfItsKeyOnly() throws Exception {
        JsonNode key = mapper.readTree(send(request("/oauth2/jwks").GET()).body()).get("keys").get(0);

        assertThat(key.propertyNames()).contains("n", "e", "kid").doesNotContain("d", "p", "q");
    }

    @Test
    void stopsStrangers() throws Exception {
        HttpResponse<String> answer = send(request("/api/customers").GET());

        problem(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        problem(send(request("/api/customers").header("Authorization", "Bearer x.y.z").GET()), 401, "token-invalid");
    }
}
