package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A file comes in, a filter of it is changed at once, and both are taken back, as a stranger sees it. */
class UndoTest {

    private static final int ROWS = 230;

    private final RapportClient rapport = RunningProduct.get().client("demo-admin");
    private final String region = "R" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aBatchOverAFilterAndTheImportBeforeItAreUndone() {
        String imported = jobId(rapport.upload("/api/customers/import", "a.csv", csv().getBytes(StandardCharsets.UTF_8)));
        Jobs.awaitDone(rapport, imported);
        awaitFound(region(), ROWS);

        String batch = jobId(rapport.post("/api/customers/batch", """
                {"filter":"%s","set":{"salesStatus":"FOLLOWING_UP"},"addTags":["展会"],"assignTo":"zhangsan"}"""
                .formatted(region())));
        assertThat(Jobs.awaitDone(rapport, batch).get("updated").asInt()).isEqualTo(ROWS);
        awaitFound(region() + " and tags eq '展会' and owner eq 'zhangsan' and salesStatus eq 'FOLLOWING_UP'", ROWS);

        Jobs.awaitDone(rapport, jobId(rapport.post("/api/jobs/" + batch + "/undo", "")));
        assertThat(rapport.get("/api/jobs/" + batch).json().get("state").asString()).isEqualTo("UNDONE");
        awaitFound(region() + " and salesStatus eq 'POTENTIAL' and not tags exists and not owner exists", ROWS);

        // The batch and its undo have touched what the import made: it is left, each record with the reason.
        JsonNode left = Jobs.awaitDone(rapport, jobId(rapport.post("/api/jobs/" + imported + "/undo", "")));
        assertThat(left.get("refused").asInt()).isEqualTo(ROWS);
        awaitFound(region(), ROWS);
    }

    @Test
    void anImportThatNobodyTouchedIsGoneAfterItsUndo() {
        String imported = jobId(rapport.upload("/api/customers/import", "a.csv", csv().getBytes(StandardCharsets.UTF_8)));
        Jobs.awaitDone(rapport, imported);
        JsonNode list = awaitFound(region(), ROWS);
        String one = list.get("items").get(0).get("id").asString();

        Jobs.awaitDone(rapport, jobId(rapport.post("/api/jobs/" + imported + "/undo", "")));

        awaitFound(region(), 0);
        assertThat(rapport.get("/api/customers?archived=include&filter=" + RapportClient.encoded(region())).json()
                .get("total").asInt()).isZero();
        assertThat(rapport.get("/api/customers/" + one).status()).isEqualTo(404);
    }

    private String csv() {
        return IntStream.range(0, ROWS).mapToObj(row -> "客户%s-%d,%s\n".formatted(region, row, region))
                .collect(Collectors.joining("", "客户名称,所在地区\n", ""));
    }

    private String region() {
        return "region eq '" + region + "'";
    }

    private JsonNode awaitFound(String filter, int total) {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200))
                .until(() -> rapport.get("/api/customers?filter=" + RapportClient.encoded(filter)).json(),
                        list -> list.path("total").asInt(-1) == total);
    }

    private static String jobId(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().get("jobId").asString();
    }
}
