package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which service is asked, and what becomes of a request on the way. */
class RoutingTest extends RunningGateway {

    @ParameterizedTest
    @CsvSource({
            "GET,/api/customers?q=a%20b&filter=name%20eq%20'x',reporting",
            "GET,/api/customers/1/timeline,reporting",
            "GET,/api/customers/facets?fields=region,reporting",
            "POST,/api/customers,customer",
            "POST,/api/customers/1/merge,customer",
            "POST,/api/customers/duplicates/check,reporting",
            "GET,/api/customers/duplicates,reporting",
            "PATCH,/api/customers/1,customer",
            "PUT,/api/customers/1,customer",
            "DELETE,/api/customers/1?reason=moved,customer",
            "POST,/api/customers/1/restore,customer",
            "POST,/api/contacts,contact",
            "GET,/api/contacts/1,reporting",
            "GET,/api/opportunities/facets,reporting",
            "GET,/api/orders/1/history,reporting",
            "GET,/api/interactions,reporting",
            "GET,/api/tasks/facets,reporting",
            "GET,/api/jobs,customer",
            "GET,/api/jobs/customer-17,customer",
            "GET,/api/value-lists/level,customer",
            "PUT,/api/custom-fields/customer/budget,customer",
            "POST,/api/opportunities/1/stage,customer",
            "GET,/api/opportunities/board?pipeline=default,reporting",
            "PUT,/api/pipelines/default,customer",
            "GET,/api/exchange-rates?date=2026-11-22,customer",
            "GET,/api/review-rules/customer,customer",
            "PATCH,/api/views/7,customer",
            "GET,/api/segments,customer",
            "PUT,/api/segments/7,customer",
            "GET,/api/segments/7/members?size=1,reporting",
            "GET,/api/me,reporting",
            "GET,/api/jobs/contact-17/refused,contact",
            "POST,/api/jobs/customer-17/stop,customer",
            "GET,/api/admin/trail,customer",
            "GET,/api/admin/dead-letters,reporting",
            "POST,/api/admin/dead-letters/7/retry,reporting"})
    void asksTheServiceThatKnows(String method, String path, String service) throws Exception {
        HttpResponse<String> answer = send(signedIn(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.body()).isEqualTo(service + " " + method + " " + path.replace("'", "%27"));
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/nothing", "GET,/nothing", "GET,/api/jobs/unknown-1", "POST,/actuator/health",
            "GET,/internal/records/1/events?until=2026-11-22T00:00:00Z"})
    void knowsNoOtherPath(String method, String path) throws Exception {
        problem(send(signedIn(path).method(method, BodyPublishers.noBody())), 404, "unknown-path");
    }

    @Test
    void letsCalendarProgramsInWithoutASignIn() throws Exception {
        // The service that would answer is not there.
        problem(send(request("/api/calendar/secret.ics").GET()), 503, "service-unavailable");
        problem(send(request("/api/calendar/feed").GET()), 401, "not-signed-in");
        problem(send(request("/api/calendar/secret.ics").POST(BodyPublishers.noBody())), 401, "not-signed-in");
    }

    @Test
    void refusesWhatItCannotReadItself() throws Exception {
        problem(send(signedIn("/api/customers").header("Content-Type", "garbage/;;").POST(BodyPublishers.ofString("{}"))),
                415, "media-type-malformed");
        problem(send(signedIn("/api/customers?q=%ff").GET()), 400, "bad-request");
    }

    @Test
    void saysWhenAServiceIsAway() throws Exception {
        HttpResponse<String> answer = send(signedIn("/api/interactions")
                .header("Accept-Language", "zh-CN").POST(BodyPublishers.ofString("{}")));

        assertThat(problem(answer, 503, "service-unavailable").get("title").stringValue()).isEqualTo("服务不可用");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void passesTheConventionsThrough() throws Exception {
        CUSTOMER.behave(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"4\"");
            exchange.getResponseHeaders().add("Consistency-Token", "abc");
            exchange.getResponseHeaders().add("X-Correlation-Id", "said by the service");
            StubService.reply(exchange, 412, "{}");
        });

        HttpResponse<String> answer = send(signedIn("/api/customers/1").header("If-Match", "\"3\"")
                .header("Idempotency-Key", "k1").header("Consistency-Token", "t1").header("X-Correlation-Id", "c1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .method("PATCH", BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
        assertThat(answer.headers().firstValue("Consistency-Token")).hasValue("abc");
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("c1");
        assertThat(CUSTOMER.lastHeader("Authorization")).isEqualTo("Bearer " + token);
        assertThat(CUSTOMER.lastHeader("If-Match")).isEqualTo("\"3\"");
        assertThat(CUSTOMER.lastHeader("Idempotency-Key")).isEqualTo("k1");
        assertThat(CUSTOMER.lastHeader("Consistency-Token")).isEqualTo("t1");
        assertThat(CUSTOMER.lastHeader("X-Correlation-Id")).isEqualTo("c1");
        assertThat(CUSTOMER.lastHeader("Content-Length")).isEqualTo("2");
        assertThat(CUSTOMER.lastHeader("X-Forwarded-For")).isNull();
        assertThat(CUSTOMER.lastHeader("traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }
}
