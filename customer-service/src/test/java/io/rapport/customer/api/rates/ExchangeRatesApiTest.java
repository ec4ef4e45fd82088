package io.rapport.customer.api.rates;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Each test leaves no rates behind: the base currency is that of all days. */
class ExchangeRatesApiTest extends RunningCustomerService {

    private static final String RATES = "/api/exchange-rates";

    private RapportClient administrator;
    private RapportClient rep;

    @BeforeEach
    void signIn() {
        administrator = as(Tokens.administrator());
        rep = as(Tokens.rep());
    }

    @AfterEach
    void removeAll() {
        rep.get(RATES + "/days").json().get("items").forEach(day ->
                administrator.delete(RATES + '/' + day.get("date").stringValue()));
    }

    @Test
    void theRateOfADayIsTheLastThatWasSet() {
        set("2026-03-01", "{\"rates\":{\"USD\":\"7.10\",\"EUR\":\"7.80\"}}");
        set("2026-04-01", "{\"base\":\"CNY\",\"rates\":{\"USD\":\"7.20\"}}");

        Answer march = rep.get(RATES + "?date=2026-03-31");
        assertThat(march.json().toString()).isEqualTo("{\"date\":\"2026-03-31\",\"base\":\"CNY\",\"rates\":{"
                + "\"EUR\":{\"rate\":\"7.80\",\"since\":\"2026-03-01\"},\"USD\":{\"rate\":\"7.10\",\"since\":\"2026-03-01\"}}}");
        assertThat(rep.get(RATES + "?date=2026-05-01").json().at("/rates/USD/rate").stringValue()).isEqualTo("7.20");
        assertThat(rep.get(RATES + "?date=2026-05-01").json().at("/rates/EUR/rate").stringValue()).isEqualTo("7.80");
        assertThat(rep.get(RATES + "?date=2026-02-01").json().get("rates").isEmpty()).isTrue();
        assertThat(rep.get(RATES).json().at("/rates/USD/rate").stringValue()).as("today").isEqualTo("7.20");
        assertThat(rep.get(RATES + "/days").json().at("/items/0/date").stringValue()).isEqualTo("2026-04-01");
    }

    @Test
    void aDayIsCorrectedAndTakenBack() {
        Answer written = set("2026-03-01", "{\"rates\":{\"USD\":\"7.10\"}}");
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        assertThat(ConsistencyToken.parse(written.consistencyToken()).orElseThrow().recordId())
                .isEqualTo("exchange-rates:2026-03-01");
        assertProblem(administrator.put(RATES + "/2026-03-01", "{\"rates\":{\"USD\":\"7.11\"}}"), 428);
        Answer corrected = set("2026-03-01", "{\"rates\":{\"USD\":\"7.11\"}}");
        assertThat(corrected.status()).isEqualTo(204);
        Answer read = rep.get(RATES + "/2026-03-01");
        assertThat(read.header("ETag")).isEqualTo(corrected.header("ETag"));
        assertThat(read.json().at("/rates/USD").stringValue()).isEqualTo("7.11");

        assertProblem(administrator.delete(RATES + "/2026-03-01", "If-Match", "\"1\""), 412);
        assertThat(administrator.delete(RATES + "/2026-03-01").status()).isEqualTo(204);
        assertProblem(rep.get(RATES + "/2026-03-01"), 404);
        assertProblem(administrator.delete(RATES + "/2026-03-01"), 404);
        assertThat(set("2026-03-01", "{\"base\":\"USD\",\"rates\":{\"CNY\":\"0.14\"}}").status()).isEqualTo(201);
    }

    @Test
    void allDaysHaveOneBase() {
        set("2026-03-01", "{\"rates\":{\"USD\":\"7.10\"}}");
        assertProblem(administrator.put(RATES + "/2026-03-02", "{\"base\":\"USD\",\"rates\":{\"CNY\":\"0.14\"}}"),
                422, "invalid-content", "base");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-30 | {"rates":{"USD":"7"}}                     | date       | expected-date
            2026-03-01 | {"date":"2026-03-02","rates":{"USD":"7"}} | date       | key-fixed
            2026-03-01 | {}                                        | rates      | required
            2026-03-01 | {"rates":{"USD":7.1}}                     | rates.USD  | expected-text
            2026-03-01 | {"rates":{"USD":"seven"}}                 | rates.USD  | rate-not-decimal
            2026-03-01 | {"rates":{"USD":"1e9"}}                   | rates.USD  | rate-not-decimal
            2026-03-01 | {"rates":{"USD":"0"}}                     | rates.USD  | rate-not-positive
            2026-03-01 | {"rates":{"DOLLAR":"7"}}                  | rates.DOLLAR | currency-unknown
            2026-03-01 | {"rates":{"CNY":"1"}}                     | rates.CNY  | rate-of-base
            2026-03-01 | {"base":"GOLD","rates":{"USD":"7"}}       | base       | currency-unknown
            """)
    void theFieldIsNamed(String date, String body, String field, String code) {
        Answer answer = administrator.put(RATES + '/' + date, body);
        assertProblem(answer, 422, "invalid-content", field);
        assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void onlyAdministratorsSetRates() {
        assertProblem(rep.put(RATES + "/2026-03-01", "{}"), 403);
        assertProblem(rep.delete(RATES + "/2026-03-01"), 403);
        assertProblem(as(null).get(RATES), 401);
        assertProblem(rep.get(RATES + "?date=yesterday"), 422, "invalid-content", "date");
        assertProblem(rep.get(RATES + "/yesterday"), 404);
    }

    private Answer set(String date, String body) {
        String path = RATES + '/' + date;
        return rep.get(path).header("ETag")
                .map(version -> administrator.put(path, body, "If-Match", version))
                .orElseGet(() -> administrator.put(path, body));
    }
}
