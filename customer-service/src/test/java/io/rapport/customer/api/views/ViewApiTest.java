package io.rapport.customer.api.views;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class ViewApiTest extends RunningCustomerService {

    private static final String VIEW = "{\"name\":\"%s\",\"recordKind\":\"customer\",\"columns\":[\"name\",\"region\"],"
            + "\"filter\":\"region eq '北京' and a ne 'x&y+z'\",\"sort\":[\"-createdAt\"],\"shared\":%s}";

    private final String name = "V " + UUID.randomUUID();
    private RapportClient rep;
    private RapportClient other;
    private RapportClient manager;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
        other = as(Tokens.of(Role.REP, "lisi", "/north/beijing"));
        manager = as(Tokens.of(Role.MANAGER, "zhaoliu", "/east"));
    }

    @Test
    void aViewIsReadTheMomentItIsSavedByItsOwnerAlone() {
        String path = saved(rep, false);
        Answer read = rep.get(path);
        assertThat(read.header("ETag")).hasValue("\"1\"");
        assertThat(read.json().get("columns").toString()).isEqualTo("[\"name\",\"region\"]");
        assertThat(read.json().get("owner").asString()).isEqualTo("zhangsan");
        assertThat(names(rep, "?recordKind=customer")).contains(name);
        assertThat(names(rep, "?recordKind=contact")).doesNotContain(name);
        assertThat(names(other, "")).doesNotContain(name);
        assertProblem(other.get(path), 404);
        assertProblem(other.delete(path), 404);
    }

    @Test
    void viewsAreReadPageByPageInTheOrderOfTheirNames() {
        RapportClient collector = as(Tokens.of(Role.REP, "collector" + UUID.randomUUID(), "/east"));
        for (String letter : List.of("c", "a", "b", "B")) {
            assertThat(collector.post("/api/views", VIEW.formatted(letter + name, false)).status()).isEqualTo(201);
        }
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = collector.get("/api/views?size=3" + next).json();
            names.addAll(page.get("items").valueStream().map(view -> view.get("name").asString()).toList());
            next = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!next.isEmpty());
        assertThat(names).filteredOn(found -> found.endsWith(name))
                .containsExactly("B" + name, "a" + name, "b" + name, "c" + name);
        assertThat(collector.get("/api/views?size=1").json().get("total").asInt()).isEqualTo(names.size());
        assertProblem(rep.get("/api/views?size=201"), 400);
        assertProblem(rep.get("/api/views?cursor=nonsense"), 400);
    }

    @Test
    void aSharedViewIsReadByAllAndKeptByThoseWhoMayShare() {
        assertProblem(rep.post("/api/views", VIEW.formatted(name, true)), 403, "sharing-not-allowed", "shared");
        String path = saved(manager, true);
        assertThat(names(other, "")).contains(name);
        assertProblem(other.patch(path, "{\"name\":\"mine\"}"), 403);
        assertThat(as(Tokens.administrator()).patch(path, "{\"sort\":null}").status()).isEqualTo(204);
        assertThat(other.get(path).json().get("sort").isEmpty()).isTrue();
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        String path = saved(rep, false);
        assertProblem(rep.put(path, VIEW.formatted(name, false)), 428);
        assertThat(rep.put(path, VIEW.formatted(name + " 2", false), "If-Match", "\"1\"").status()).isEqualTo(204);
        assertProblem(rep.put(path, VIEW.formatted(name, false), "If-Match", "\"1\""), 412);
        assertThat(rep.get(path).json().get("name").asString()).isEqualTo(name + " 2");
    }

    @Test
    void aRemovedViewIsGone() {
        String path = saved(rep, false);
        assertThat(rep.delete(path).status()).isEqualTo(204);
        assertProblem(rep.get(path), 404);
        assertProblem(rep.patch(path, "{\"name\":\"again\"}"), 404);
        assertThat(names(rep, "")).doesNotContain(name);
    }

    @Test
    void whatNoListCanShowIsRefusedWhenItIsSaved() {
        Answer refused = rep.post("/api/views", VIEW.formatted(name, false).replace("region eq", "nonsense eq"),
                "Accept-Language", "zh-CN");
        assertProblem(refused, 422, "invalid-content", "filter");
        assertThat(refused.body()).contains("no nonsense: zh-CN");
        String path = saved(rep, false);
        assertProblem(rep.patch(path, "{\"columns\":[\"nonsense\"]}"), 422, "invalid-content", "columns");
        assertThat(rep.get(path).header("ETag")).hasValue("\"1\"");
    }

    @Test
    void whatIsNoViewIsRefused() {
        assertProblem(rep.post("/api/views", "{\"recordKind\":\"colour\"}"), 422, "invalid-content", "name");
        assertProblem(rep.post("/api/views", "{\"name\":5}"), 422);
        assertProblem(rep.post("/api/views", VIEW.formatted(name, false).replace("\"name\",", "\"na,me\",")), 422,
                "invalid-content", "columns[0]");
        assertProblem(as(null).get("/api/views"), 401);
        assertProblem(rep.get("/api/views/" + UUID.randomUUID()), 404);
    }

    @Test
    void aSegmentIsNoView() {
        String segment = rep.post("/api/segments", "{\"name\":\"" + name
                + "\",\"recordKind\":\"customer\",\"filter\":\"region eq '北京'\"}").json().get("id").asString();
        assertThat(rep.get("/api/segments/" + segment).status()).isEqualTo(200);
        assertProblem(rep.get("/api/views/" + segment), 404);
    }

    private String saved(RapportClient who, boolean shared) {
        Answer saved = who.post("/api/views", VIEW.formatted(name, shared));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        return "/api/views/" + saved.json().get("id").asString();
    }

    private static List<String> names(RapportClient who, String query) {
        return who.get("/api/views" + query).json().get("items").valueStream().map(view -> view.get("name").asString())
                .toList();
    }
}
