package io.rapport.contact.api;

import io.rapport.contact.RunningContactService;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class ContactApiTest extends RunningContactService {

    private static final String CONTACTS = "/api/contacts";

    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @Test
    void aContactIsRegisteredOnceForEachKey() {
        String key = UUID.randomUUID().toString();
        String body = """
                {"name":"张三","position":"采购经理","email":"zhangsan@huawei.com","phone":"13800000001",
                 "customerId":"%s"}""".formatted(customers().registered("zhangsan"));
        Answer answer = rep.post(CONTACTS, body, "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().get("id").stringValue();
        assertThat(answer.header("Location")).contains(CONTACTS + "/" + id);
        assertThat(ConsistencyToken.parse(answer.consistencyToken())).contains(new ConsistencyToken("contact", id, 1));
        assertThat(rep.post(CONTACTS, body, "Idempotency-Key", key).body()).isEqualTo(answer.body());
    }

    @Test
    void aContactIsChangedArchivedAndRestored() {
        String path = registered();
        assertVersion(rep.patch(path, "{\"position\":\"总监\",\"phone\":null}", "If-Match", "\"1\""), 2);
        assertProblem(rep.patch(path, "{\"position\":\"经理\"}", "If-Match", "\"1\""), 412);
        assertProblem(rep.put(path, "{\"name\":\"李四\"}"), 428);
        assertVersion(rep.put(path, "{\"name\":\"李四\"}", "If-Match", "\"2\""), 3);
        assertProblem(rep.delete(path), 422, "invalid-content", "reason");
        assertVersion(rep.delete(path + "?reason=left"), 4);
        assertProblem(rep.patch(path, "{\"position\":\"经理\"}"), 409);
        assertVersion(rep.post(path + "/restore", ""), 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                               | name
            {"name":1}                       | name
            {"name":"a","phone":"123456"}    | phone
            {"name":"a","email":"nobody"}    | email
            {"name":"a","customerId":"7"}    | customerId
            {"name":"a","colour":"red"}      | colour
            """)
    void badInputNamesItsField(String body, String field) {
        assertProblem(rep.post(CONTACTS, body), 422, "invalid-content", field);
    }

    @Test
    void writingTakesTheRight() {
        assertProblem(as(null).post(CONTACTS, "{\"name\":\"a\"}"), 401);
        assertProblem(as(Tokens.analyst()).post(CONTACTS, "{\"name\":\"a\"}"), 403);
        assertProblem(rep.patch(CONTACTS + "/" + UUID.randomUUID(), "{\"name\":\"a\"}"), 404);
    }

    private String registered() {
        return rep.post(CONTACTS, "{\"name\":\"张三\",\"phone\":\"95588\"}").header("Location").orElseThrow();
    }

    private static void assertVersion(Answer answer, int version) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("ETag")).contains("\"" + version + "\"");
    }
}
