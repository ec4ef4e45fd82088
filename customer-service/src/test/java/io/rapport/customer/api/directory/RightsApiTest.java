package io.rapport.customer.api.directory;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.rights.autoconfiguration.DirectoryFeed;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Leaves the table as it was: the other tests of this context rely on it. */
class RightsApiTest extends RunningCustomerService {

    private static final String RIGHTS = "/api/rights";

    @Autowired
    private DirectoryFeed feed;

    @Test
    void administratorsSettleWhatEachRoleMay() {
        RapportClient administrator = as(Tokens.administrator());
        Answer declared = administrator.get(RIGHTS);
        assertThat(declared.json().at("/table/rep/kinds/customer/write").asString()).isEqualTo("own");

        Answer written = put(administrator, declared.body().replace("\"exportRowsADay\":1000", "\"exportRowsADay\":7"));
        assertThat(written.status()).as(written.toString()).isIn(201, 204);
        assertThat(administrator.get(RIGHTS).json().at("/table/rep/exportRowsADay").asInt()).isEqualTo(7);
        await().until(() -> feed.known().orElseThrow().table().of(Role.REP).exportRowsADay() == 7);

        assertProblem(administrator.put(RIGHTS, declared.body()), 428);
        assertProblem(put(administrator, "{\"table\":{}}"), 422, "invalid-content", "table.administrator");
        assertProblem(put(administrator, "{\"table\":{\"rep\":null}}"), 422, "invalid-content", "table.rep");
        assertProblem(put(administrator, "{}"), 422, "invalid-content", "table");
        assertProblem(put(administrator, declared.body().replace("\"read\":\"team\"", "\"read\":\"far\"")), 422,
                "invalid-content", "table.rep.kinds.customer.read");

        assertThat(put(administrator, declared.body()).status()).isEqualTo(204);
        await().until(() -> feed.known().orElseThrow().table().of(Role.REP).exportRowsADay() == 1000);
    }

    @Test
    void nobodyElseReadsOrWritesThem() {
        assertProblem(as(Tokens.rep()).get(RIGHTS), 403);
        assertProblem(as(Tokens.of(Role.MANAGER, "wangwu", "/east")).put(RIGHTS, "{}", "If-Match", "*"), 403);
    }

    private static Answer put(RapportClient administrator, String table) {
        return administrator.get(RIGHTS).header("ETag")
                .map(version -> administrator.put(RIGHTS, table, "If-Match", version))
                .orElseGet(() -> administrator.put(RIGHTS, table));
    }
}
