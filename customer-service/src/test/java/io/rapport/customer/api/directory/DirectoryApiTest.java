package io.rapport.customer.api.directory;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class DirectoryApiTest extends RunningCustomerService {

    private static final String USERS = "/api/directory/users";
    private static final String TEAMS = "/api/directory/teams";
    private static final String LABEL = "{\"label\":{\"en\":\"T\"}}";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "u-" + run;
    private final String team = "/t-" + run;
    private RapportClient administrator;
    private RapportClient rep;

    @BeforeEach
    void signIn() {
        administrator = as(Tokens.administrator());
        rep = as(Tokens.rep());
    }

    @Test
    void aUserIsDefinedReadAndReplaced() {
        Answer made = administrator.put(USERS + '/' + name, user(null));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(ConsistencyToken.parse(made.consistencyToken()).orElseThrow().recordId()).isEqualTo("user:" + name);
        assertThat(made.header("Location")).hasValue(USERS + '/' + name);

        Answer read = administrator.get(USERS + '/' + name);
        assertThat(read.header("ETag")).hasValue("\"1\"");
        assertThat(read.json().at("/roles/0").asString()).isEqualTo("rep");
        assertThat(read.json().get("active").asBoolean()).isTrue();

        assertProblem(administrator.put(USERS + '/' + name, user(null)), 428);
        assertProblem(administrator.put(USERS + '/' + name, user(null), "If-Match", "\"7\""), 412);
        assertProblem(administrator.put(USERS + '/' + name, user("/nowhere"), "If-Match", "\"1\""), 422,
                "invalid-content", "team");
        assertProblem(administrator.put(USERS + '/' + name, "{\"name\":\"other\"}", "If-Match", "\"1\""), 422,
                "invalid-content", "name");
        assertThat(administrator.put(TEAMS + team, LABEL).status()).isEqualTo(201);
        assertThat(administrator.put(USERS + '/' + name, user(team), "If-Match", "\"1\"").status()).isEqualTo(204);
        assertProblem(administrator.get(USERS + "/nobody-" + run), 404);
    }

    @Test
    void everybodySeesWhoWorksHereAndOnlyAdministratorsWhatEachMayDo() {
        assertThat(administrator.put(USERS + '/' + name, user(null)).status()).isEqualTo(201);
        JsonNode seen = rep.get(USERS).json().get("items").valueStream()
                .filter(user -> user.get("name").asString().equals(name)).findFirst().orElseThrow();
        assertThat(seen.propertyNames()).containsExactly("name", "displayName", "active");
        assertThat(rep.get(USERS + '/' + name).json().has("roles")).isFalse();
        assertProblem(rep.put(USERS + '/' + name, user(null), "If-Match", "\"1\""), 403);
        assertProblem(rep.put(TEAMS + team, LABEL), 403);
        assertProblem(rep.delete(TEAMS + team), 403);
        assertProblem(as(null).get(USERS), 401);
    }

    @Test
    void teamsAreATreeAndRetireWhenNobodyIsLeft() {
        String below = team + "/苏州";
        assertProblem(administrator.put(TEAMS + team + "/%E8%8B%8F%E5%B7%9E", LABEL), 422, "invalid-content", "path");
        assertThat(administrator.put(TEAMS + team, LABEL).status()).isEqualTo(201);
        Answer made = administrator.put(TEAMS + team + "/%E8%8B%8F%E5%B7%9E", LABEL);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        JsonNode read = rep.get(made.header("Location").orElseThrow()).json();
        assertThat(read.get("path").asString()).isEqualTo(below);
        assertThat(rep.get(TEAMS).body()).contains('"' + below + '"');

        assertProblem(administrator.delete(TEAMS + team), 409, "team-in-use", "active");
        assertThat(administrator.delete(TEAMS + team + "/%E8%8B%8F%E5%B7%9E").status()).isEqualTo(204);
        assertThat(administrator.delete(TEAMS + team).status()).isEqualTo(204);
        assertThat(rep.get(TEAMS + team).json().get("active").asBoolean()).isFalse();
        assertProblem(administrator.delete(TEAMS + "/never-" + run), 404);
    }

    private static String user(String team) {
        return "{\"displayName\":\"某人\",\"roles\":[\"rep\"]" + (team == null ? "" : ",\"team\":\"" + team + '"') + '}';
    }
}
