package io.rapport.customer.api.valuelists;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Each test leaves the list that it changes as the platform ships it: the other tests of this context rely on it. */
class ValueListApiTest extends RunningCustomerService {

    private static final String LEVELS = "/api/value-lists/level";

    private RapportClient administrator;
    private RapportClient rep;
    private String shipped;

    @BeforeEach
    void signIn() {
        administrator = as(Tokens.administrator());
        rep = as(Tokens.rep());
        shipped = rep.get(LEVELS).body();
    }

    @AfterEach
    void putBack() {
        assertThat(put(LEVELS, shipped).status()).isBetween(201, 204);
    }

    @Test
    void everyListIsThereBeforeAnybodyChangedOne() {
        Answer all = rep.get("/api/value-lists");
        assertThat(all.json().get("items").valueStream().map(list -> list.get("list").stringValue()))
                .containsExactly("type", "level", "salesStatus", "industry", "region", "source", "outcome");
        assertThat(rep.get("/api/value-lists/salesStatus").json().at("/entries/0/label/zh-CN").stringValue())
                .isEqualTo("潜在");
        assertProblem(rep.get("/api/value-lists/colour"), 404);
    }

    @Test
    void whatAnAdministratorChangesHoldsAtOnceAndHasAVersion() {
        String code = "STRATEGIC";
        Answer written = put(LEVELS, shipped.replace("]}", ",{\"code\":\"%s\",\"label\":{\"en\":\"x\"}}]}".formatted(code)));
        assertThat(written.status()).as(written.toString()).isBetween(201, 204);
        assertThat(ConsistencyToken.parse(written.consistencyToken()).orElseThrow().kind()).isEqualTo("value-list");

        Answer read = rep.get(LEVELS);
        assertThat(read.header("ETag")).isEqualTo(written.header("ETag"));
        assertThat(read.json().at("/entries/3/code").stringValue()).isEqualTo(code);
        assertThat(rep.get(LEVELS, "If-None-Match", read.header("ETag").orElseThrow()).status()).isEqualTo(304);
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        String renamed = shipped.replace("\"Normal\"", "\"Plain\"");
        assertThat(put(LEVELS, renamed).status()).isBetween(201, 204);
        assertProblem(administrator.put(LEVELS, shipped), 428);
        assertProblem(administrator.put(LEVELS, shipped, "If-Match", "\"99\""), 412);
    }

    @Test
    void aValueThatCustomersHoldIsRetiredNotRemoved() {
        String withNew = shipped.replace("]}", ",{\"code\":\"RARE\",\"label\":{\"en\":\"Rare\"}}]}");
        assertThat(put(LEVELS, withNew).status()).isBetween(201, 204);
        String customer = "/api/customers/" + rep.post("/api/customers", "{\"name\":\"甲\",\"level\":\"RARE\"}").json()
                .get("id").stringValue();

        assertProblem(put(LEVELS, shipped), 409, "value-in-use", "entries");
        String retired = withNew.replace("\"code\":\"RARE\",", "\"code\":\"RARE\",\"retired\":true,");
        assertThat(put(LEVELS, retired).status()).isEqualTo(204);
        assertProblem(rep.post("/api/customers", "{\"name\":\"乙\",\"level\":\"RARE\"}"), 422, "invalid-content", "level");
        assertThat(rep.patch(customer, "{\"level\":\"RARE\",\"city\":\"北京\"}").status()).as("it may stay").isEqualTo(204);

        assertThat(rep.patch(customer, "{\"level\":null}").status()).isEqualTo(204);
        assertThat(put(LEVELS, shipped).status()).isEqualTo(204);
    }

    @Test
    void onlyAdministratorsChangeLists() {
        assertProblem(rep.put(LEVELS, shipped), 403);
        assertProblem(as(null).get(LEVELS), 401);
    }

    @Test
    void badListsAreRefusedWhole() {
        assertProblem(put(LEVELS, "{\"entries\":[{\"code\":\"a b\",\"label\":{\"en\":\"x\"}}]}"), 422, "invalid-content",
                "entries[0].code");
        assertProblem(put(LEVELS, "{\"list\":\"type\",\"entries\":[]}"), 422, "invalid-content", "list");
        assertProblem(put("/api/value-lists/salesStatus", "{\"entries\":[]}"), 422, "invalid-content", "entries");
        assertThat(rep.get(LEVELS).body()).isEqualTo(shipped);
    }

    private Answer put(String path, String json) {
        return rep.get(path).header("ETag").map(version -> administrator.put(path, json, "If-Match", version))
                .orElseGet(() -> administrator.put(path, json));
    }

    @Test
    void anOutcomeThatWasOfferedIsRetiredAndNotRemoved() {
        String outcomes = "/api/value-lists/outcome";
        assertThat(rep.get(outcomes).json().at("/entries/0/code").stringValue()).isEqualTo("INTERESTED");
        Answer refused = put(outcomes, "{\"entries\":[{\"code\":\"INTERESTED\",\"label\":{\"en\":\"Interested\"}}]}");
        assertProblem(refused, 409, "value-stays", "entries");
    }
}
