package io.rapport.customer.api.pipelines;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Each test leaves the default pipeline the default: the other tests of this context rely on it. */
class PipelineApiTest extends RunningCustomerService {

    private static final String PIPELINES = "/api/pipelines";
    private static final String DEFAULT = PIPELINES + "/default";

    private RapportClient administrator;
    private RapportClient rep;
    private String shipped;

    @BeforeEach
    void signIn() {
        administrator = as(Tokens.administrator());
        rep = as(Tokens.rep());
        shipped = rep.get(DEFAULT).body();
    }

    @AfterEach
    void putBack() {
        assertThat(put(DEFAULT, shipped).status()).isBetween(201, 204);
    }

    @Test
    void everybodyBeginsWithOnePipeline() {
        JsonNode first = rep.get(PIPELINES).json().at("/items/0");
        assertThat(first.get("key").stringValue()).isEqualTo("default");
        assertThat(first.get("isDefault").booleanValue()).isTrue();
        assertThat(first.get("stages").valueStream().map(stage -> stage.at("/label/zh-CN").stringValue()))
                .startsWith("产品兴趣", "报价", "谈判", "签约");
        assertThat(first.propertyNames()).containsExactly("key", "label", "isDefault", "stages");
        assertProblem(rep.get(PIPELINES + "/nowhere"), 404);
    }

    @Test
    void whatAnAdministratorChangesHoldsAtOnceAndHasAVersion() {
        Answer written = put(DEFAULT, shipped.replace("\"Quotation\"", "\"Offer\""));
        assertThat(written.status()).as(written.toString()).isBetween(201, 204);
        assertThat(ConsistencyToken.parse(written.consistencyToken()).orElseThrow().recordId())
                .isEqualTo("pipeline:default");
        Answer read = rep.get(DEFAULT);
        assertThat(read.header("ETag")).isEqualTo(written.header("ETag"));
        assertThat(read.json().at("/stages/1/label/en").stringValue()).isEqualTo("Offer");
        assertProblem(administrator.put(DEFAULT, shipped), 428);
        assertProblem(administrator.put(DEFAULT, shipped, "If-Match", "\"99\""), 412);
    }

    @Test
    void aNewStageCanBeEnteredAndARetiredOneCannot() {
        String key = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String path = PIPELINES + "/p-" + key.toLowerCase(java.util.Locale.ROOT);
        String pipeline = path.substring(PIPELINES.length() + 1);
        String body = """
                {"label":{"en":"P"},"stages":[{"key":"%s","label":{"en":"S"},"probability":5%s}]}""";
        assertThat(put(path, body.formatted(key, "")).status()).isEqualTo(201);
        assertThat(rep.get(path).json().get("isDefault").booleanValue()).isFalse();
        Answer opened = open(pipeline, key);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);

        assertThat(put(path, body.formatted(key, ",\"retired\":true")).status()).isEqualTo(204);
        assertProblem(open(pipeline, key), 422, "invalid-content", "stage");
        assertProblem(open(pipeline, null), 422, "invalid-content", "pipeline");
        assertProblem(put(path, body.formatted("OTHER", "")), 422, "invalid-content", "stages");
    }

    @Test
    void oneOfThemIsTheDefault() {
        String path = PIPELINES + "/d-" + UUID.randomUUID().toString().substring(0, 8);
        String key = path.substring(PIPELINES.length() + 1);
        String body = """
                {"label":{"en":"P"},"isDefault":true,"stages":[{"key":"ONE","label":{"en":"S"},"probability":5}]}""";
        put(DEFAULT, shipped.replace("\"Quotation\"", "\"Offer\""));

        assertProblem(put(DEFAULT, shipped.replace("\"isDefault\":true", "\"isDefault\":false")), 422,
                "invalid-content", "isDefault");
        assertThat(put(path, body).status()).isEqualTo(201);
        assertThat(rep.get(DEFAULT).json().get("isDefault").booleanValue()).isFalse();
        assertThat(rep.get(PIPELINES).json().at("/items/0/key").stringValue()).isEqualTo(key);

        String refused = body.replace("\"ONE\"", "\"one\"");
        String other = PIPELINES + "/x-" + UUID.randomUUID().toString().substring(0, 8);
        assertProblem(put(other, refused), 422, "invalid-content", "stages[0].key");
        assertThat(rep.get(path).json().get("isDefault").booleanValue()).as("nothing half done").isTrue();

        assertThat(put(DEFAULT, shipped).status()).isEqualTo(204);
        assertThat(rep.get(path).json().get("isDefault").booleanValue()).isFalse();
        assertThat(put(path, body.replace("\"isDefault\":true,", "")).status()).isEqualTo(204);
        assertThat(rep.get(path).json().get("isDefault").booleanValue()).as("as it was").isFalse();
    }

    @Test
    void onlyAdministratorsChangePipelines() {
        assertProblem(rep.put(DEFAULT, shipped), 403);
        assertProblem(as(null).get(PIPELINES), 401);
        assertProblem(put(DEFAULT, shipped.replace("\"key\":\"default\"", "\"key\":\"other\"")), 422,
                "invalid-content", "key");
        assertProblem(put(PIPELINES + "/Key", shipped.replace("\"key\":\"default\",", "")
                .replace("\"isDefault\":true", "\"isDefault\":false")), 422, "invalid-content", "key");
    }

    private Answer open(String pipeline, String stage) {
        String customer = rep.post("/api/customers", "{\"name\":\"甲\"}").json().get("id").stringValue();
        String in = stage == null ? "" : ",\"stage\":\"" + stage + '"';
        return rep.post("/api/opportunities", "{\"name\":\"a\",\"customerId\":\"%s\",\"pipeline\":\"%s\"%s}"
                .formatted(customer, pipeline, in));
    }

    private Answer put(String path, String body) {
        return rep.get(path).header("ETag").map(version -> administrator.put(path, body, "If-Match", version))
                .orElseGet(() -> administrator.put(path, body));
    }
}
