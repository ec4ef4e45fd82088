package io.rapport.customer.api.customers;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.AtOnce;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerApiTest extends RunningCustomerService {

    private static final String CUSTOMERS = "/api/customers";

    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @Nested
    class Registering {

        @Test
        void aNameIsEnough() {
            Answer answer = rep.post(CUSTOMERS, "{\"name\":\"华为公司\"}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            String id = answer.json().get("id").stringValue();
            assertThat(answer.json().get("number").stringValue()).matches("[0-9]{6}");
            assertThat(answer.header("Location")).contains(CUSTOMERS + "/" + id);
            assertThat(answer.header("ETag")).contains("\"1\"");
            assertThat(ConsistencyToken.parse(answer.consistencyToken()))
                    .contains(new ConsistencyToken("customer", id, 1));
        }

        @Test
        void everyFieldIsTaken() {
            Answer answer = rep.post(CUSTOMERS, """
                    {"number":"%s","name":"华为公司","type":"LONG_TERM","level":"KEY","salesStatus":"FOLLOWING_UP",
                     "industry":"通信","headcount":"200-500人","founded":"1987-09-15","marketPosition":"领先",
                     "annualRevenue":{"amount":"50000.00","currency":"CNY"},"businessScope":"研发\\n销售",
                     "country":"中国","province":"广东","city":"深圳","region":"华南",
                     "address":{"registered":"龙岗区","delivery":"松山湖"},"phone":"400-830-8300",
                     "fax":"0755-28780808","email":"a@huawei.com","website":"https://www.huawei.com/cn/",
                     "owner":"zhangsan","team":"/east/shanghai","source":"展会","tags":["VIP"],"interests":["云"],
                     "needs":"服务器","productPreference":"国产","expectedClose":"2026-12-31"}""".formatted(freeNumber()));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }

        @Test
        void leadingZerosOfANumberAreKept() {
            String number = "00" + freeNumber();
            assertThat(register(number).json().get("number").stringValue()).isEqualTo(number);
        }

        @Test
        void aTakenNumberIsAConflict() {
            String number = freeNumber();
            assertThat(register(number).status()).isEqualTo(201);
            assertProblem(register(number), 409, "number-taken", "number");
        }

        @Test
        void ofManyWhoAskForOneNumberAtOnceOneGetsIt() throws Exception {
            String number = freeNumber();
            List<Integer> answers = AtOnce.call(8, () -> register(number).status());
            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        }

        @Test
        void givenNumbersAreDifferentUnderLoad() throws Exception {
            List<String> numbers = AtOnce.call(16,
                    () -> rep.post(CUSTOMERS, "{\"name\":\"x\"}").json().get("number").stringValue());
            assertThat(numbers).doesNotHaveDuplicates();
        }

        @Test
        void aRepetitionWithTheSameKeyGivesTheFirstAnswer() {
            String key = UUID.randomUUID().toString();
            Answer first = rep.post(CUSTOMERS, "{\"name\":\"a\"}", "Idempotency-Key", key);
            Answer again = rep.post(CUSTOMERS, "{\"name\":\"a\"}", "Idempotency-Key", key);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertProblem(rep.post(CUSTOMERS, "{\"name\":\"b\"}", "Idempotency-Key", key),
                    422, "invalid-content", "Idempotency-Key");
        }

        @Test
        void ofManyRepetitionsAtOnceOneRegisters() throws Exception {
            String key = UUID.randomUUID().toString();
            List<String> ids = AtOnce.call(8, () -> rep.post(CUSTOMERS, "{\"name\":\"a\"}", "Idempotency-Key", key)
                    .json().get("id").stringValue());
            assertThat(ids.stream().distinct()).hasSize(1);
        }
    }

    @Nested
    class Changing {

        @Test
        void aPatchChangesSeveralThingsAtOnce() {
            String id = registered();
            Answer answer = as(Tokens.administrator()).patch(path(id), """
                    {"phone":"95588","salesStatus":"FOLLOWING_UP","owner":"lisi","team":"/north/beijing",
                     "activity":"CLOSED"}""");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertThat(answer.header("ETag")).contains("\"5\"");
        }

        @Test
        void aPatchThatChangesNothingKeepsTheVersion() {
            String id = registered();
            assertThat(rep.patch(path(id), "{\"name\":\"华为公司\"}").header("ETag")).contains("\"1\"");
            assertThat(rep.patch(path(id), "{}").header("ETag")).contains("\"1\"");
        }

        @Test
        void plainJsonIsTakenAsAPatchToo() {
            String id = registered();
            Answer answer = rep.send("PATCH", path(id), "application/json", bytes("{\"city\":\"深圳\"}"));
            assertThat(answer.status()).isEqualTo(204);
        }

        @Test
        void anOutdatedVersionIsRefused() {
            String id = registered();
            assertThat(rep.patch(path(id), "{\"city\":\"深圳\"}", "If-Match", "\"1\"").status()).isEqualTo(204);
            assertProblem(rep.patch(path(id), "{\"city\":\"北京\"}", "If-Match", "\"1\""), 412);
            assertProblem(rep.delete(path(id) + "?reason=x", "If-Match", "\"1\""), 412);
            assertThat(rep.patch(path(id), "{\"city\":\"北京\"}", "If-Match", "\"2\"").header("ETag")).contains("\"3\"");
        }

        @Test
        void changesAtOnceWithoutAVersionAllArrive() throws Exception {
            String id = registered();
            List<Integer> answers = AtOnce.call(8, () -> rep.patch(path(id),
                    "{\"city\":\"%s\"}".formatted(UUID.randomUUID())).status());
            assertThat(answers).containsOnly(204);
            assertThat(rep.patch(path(id), "{}").header("ETag")).contains("\"9\"");
        }

        @Test
        void aFullReplacementSaysWhatItReplaces() {
            String id = registered();
            assertProblem(rep.put(path(id), "{\"name\":\"华为\"}"), 428);
            Answer answer = rep.put(path(id), "{\"name\":\"华为\",\"city\":\"深圳\"}", "If-Match", "\"1\"");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertThat(answer.header("ETag")).contains("\"2\"");
            assertProblem(rep.put(path(id), "{\"city\":\"深圳\"}", "If-Match", "\"2\""), 422, "invalid-content", "name");
        }

        @Test
        void aNumberThatIsGivenUpIsFree() {
            String number = freeNumber();
            String id = register(number).json().get("id").stringValue();
            assertThat(rep.patch(path(id), "{\"number\":\"%s\"}".formatted(freeNumber())).status()).isEqualTo(204);
            assertThat(register(number).status()).isEqualTo(201);
        }

        @Test
        void nothingIsChangedWhenAPartIsRefused() {
            String taken = freeNumber();
            register(taken);
            String id = registered();
            assertProblem(rep.patch(path(id), "{\"number\":\"%s\",\"city\":\"深圳\"}".formatted(taken)),
                    409, "number-taken", "number");
            assertThat(rep.patch(path(id), "{}").header("ETag")).contains("\"1\"");
        }

        @Test
        void archivingAsksForAReasonAndCanBeUndone() {
            String id = registered();
            assertProblem(rep.delete(path(id)), 422, "invalid-content", "reason");
            assertThat(rep.delete(path(id) + "?reason=duplicate").header("ETag")).contains("\"2\"");
            assertProblem(rep.patch(path(id), "{\"city\":\"深圳\"}"), 409);
            assertThat(rep.post(path(id) + "/restore", "").header("ETag")).contains("\"3\"");
            assertThat(rep.patch(path(id), "{\"city\":\"深圳\"}").status()).isEqualTo(204);
        }

        @Test
        void anUnknownCustomerIsNotFound() {
            String unknown = path(UUID.randomUUID().toString());
            assertProblem(rep.patch(unknown, "{\"city\":\"深圳\"}"), 404);
            assertProblem(rep.delete(unknown + "?reason=x"), 404);
            assertProblem(rep.post(unknown + "/restore", ""), 404);
        }
    }

    @Nested
    class BadInput {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"name":"a","phone":"123456"}                               | phone                  | phone-invalid
                {"name":"a","email":"nobody"}                               | email                  | email-invalid
                {"name":""}                                                 | name                   | required
                {}                                                          | name                   | required
                {"name":"a","colour":"red"}                                 | colour                 | unknown-field
                {"name":"a","address":{"street":"x"}}                       | address.street         | unknown-field
                {"name":1}                                                  | name                   | expected-text
                {"name":["a"]}                                              | name                   | expected-text
                {"name":"a","tags":"VIP"}                                   | tags                   | expected-list
                {"name":"a","tags":["VIP",null]}                            | tags[1]                | required
                {"name":"a","tags":[1]}                                     | tags[0]                | expected-text
                {"name":"a","founded":"yesterday"}                          | founded                | expected-date
                {"name":"a","founded":"2026-02-30"}                         | founded                | expected-date
                {"name":"a","annualRevenue":5}                              | annualRevenue          | expected-money
                {"name":"a","annualRevenue":{"amount":"5","currency":"ABC"}} | annualRevenue.currency | currency-unknown
                {"name":"a","annualRevenue":{"amount":"-5","currency":"CNY"}} | annualRevenue.amount | amount-negative
                {"name":"a","needs":"x\\u0000y"}                            | needs                  | control-character
                {"name":"a","type":"BIG"}                                   | type                   | choice-unknown
                {"name":"a","activity":"ACTIVE"}                            | activity               | activity-derived
                {"name":"a","version":7}                                    | version                | unknown-field
                {"name":"a","team":"east"}                                  | team                   | team-invalid
                {"name":"a","number":"A-1"}                                 | number                 | number-not-digits
                {"name":"a","website":"javascript:alert(1)"}                | website                | website-invalid
                """)
        void theFieldIsNamed(String body, String field, String code) {
            Answer answer = rep.post(CUSTOMERS, body);
            assertProblem(answer, 422, "invalid-content", field);
            assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
        }

        @Test
        void anOverlongTextIsRefused() {
            assertProblem(rep.post(CUSTOMERS, "{\"name\":\"%s\"}".formatted("长".repeat(201))),
                    422, "invalid-content", "name");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{\"name\":\"a\"} x",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"\\uD800\"}", "{'name':'a'}", "<name>a</name>"})
        void whatIsNoCustomerInJsonIsUnreadable(String body) {
            assertThat(rep.post(CUSTOMERS, body).status()).isIn(400, 422);
        }

        @Test
        void halfASurrogatePairAndBytesThatAreNotUtf8AreUnreadable() {
            assertProblem(rep.post(CUSTOMERS, "{\"name\":\"\\uD800\"}"), 400);
            byte[] latin = "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
            assertProblem(rep.send("POST", CUSTOMERS, "application/json", latin), 400);
        }

        @Test
        void tenMegabytesAreTooLarge() {
            assertProblem(rep.post(CUSTOMERS, "{\"name\":\"%s\"}".formatted("x".repeat(10_000_000))), 413);
            assertThat(rep.post(CUSTOMERS, "{\"name\":\"a\"}").status()).isEqualTo(201);
        }

        @Test
        void otherMediaTypesAreNotTaken() {
            assertProblem(rep.send("POST", CUSTOMERS, "text/plain", bytes("name=a")), 415);
            assertProblem(rep.send("PATCH", path(registered()), "text/plain", bytes("{}")), 415);
        }

        @Test
        void theNameCannotBeCleared() {
            assertProblem(rep.patch(path(registered()), "{\"name\":null}"), 422, "invalid-content", "name");
            assertProblem(rep.patch(path(registered()), "{\"number\":null}"), 422, "invalid-content", "number");
        }

        @Test
        void theAnswerSpeaksTheReadersLanguage() {
            String body = "{\"name\":\"a\",\"phone\":\"123456\"}";
            assertThat(message(rep.post(CUSTOMERS, body, "Accept-Language", "zh-CN"))).contains("电话号码");
            assertThat(message(rep.post(CUSTOMERS, body, "Accept-Language", "zh-TW"))).contains("電話號碼");
            assertThat(message(rep.post(CUSTOMERS, body))).contains("phone number");
        }
    }

    @Nested
    class Rights {

        @Test
        void nobodyWritesWithoutAToken() {
            assertProblem(as(null).post(CUSTOMERS, "{\"name\":\"a\"}"), 401);
            assertProblem(as(Tokens.expired()).post(CUSTOMERS, "{\"name\":\"a\"}"), 401);
        }

        @Test
        void anAnalystDoesNotWrite() {
            assertProblem(as(Tokens.analyst()).post(CUSTOMERS, "{\"name\":\"a\"}"), 403);
            assertProblem(as(Tokens.analyst()).delete(path(registered()) + "?reason=x"), 403);
        }
    }

    private String registered() {
        Answer answer = rep.post(CUSTOMERS, "{\"name\":\"华为公司\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private Answer register(String number) {
        return rep.post(CUSTOMERS, "{\"number\":\"%s\",\"name\":\"华为公司\"}".formatted(number));
    }

    private static String path(String id) {
        return CUSTOMERS + '/' + id;
    }

    private static String freeNumber() {
        return "9" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(Answer answer) {
        return answer.json().get("errors").get(0).get("message").stringValue();
    }
}
