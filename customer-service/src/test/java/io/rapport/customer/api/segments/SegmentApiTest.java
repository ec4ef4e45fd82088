package io.rapport.customer.api.segments;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class SegmentApiTest extends RunningCustomerService {

    private final String name = "S " + UUID.randomUUID();
    private RapportClient rep;
    private RapportClient marketer;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
        marketer = as(Tokens.of(Role.MARKETER, "marketer", null));
    }

    @Test
    void marketersShareSegmentsAndEverybodyReadsThem() {
        Answer defined = marketer.post("/api/segments", json("region eq '北京'", true));
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        String path = "/api/segments/" + defined.json().get("id").asString();
        assertThat(rep.get(path).json().get("filter").asString()).isEqualTo("region eq '北京'");
        assertThat(rep.get("/api/segments").body()).contains(name);
        assertProblem(rep.put(path, json("region eq '上海'", true), "If-Match", "\"1\""), 403);
        assertThat(marketer.patch(path, "{\"filter\":\"region eq '上海'\"}", "If-Match", "\"1\"").status()).isEqualTo(204);
        assertProblem(marketer.patch(path, "{\"filter\":\"region eq '广州'\"}", "If-Match", "\"1\""), 412);
        assertThat(rep.get(path).header("ETag")).hasValue("\"2\"");
        assertThat(marketer.delete(path).status()).isEqualTo(204);
        assertProblem(rep.get(path), 404);
    }

    @Test
    void whatSelectsNothingSensibleIsRefused() {
        assertProblem(rep.post("/api/segments", json("nonsense eq 5", false)), 422, "invalid-content", "filter");
        assertProblem(rep.post("/api/segments", json("", false)), 422, "invalid-content", "filter");
        assertProblem(rep.post("/api/segments", json("region eq '北京'", true)), 403, "sharing-not-allowed", "shared");
        assertProblem(as(null).get("/api/segments"), 401);
    }

    private String json(String filter, boolean shared) {
        return "{\"name\":\"%s\",\"recordKind\":\"customer\",\"filter\":\"%s\",\"shared\":%s}"
                .formatted(name, filter, shared);
    }
}
