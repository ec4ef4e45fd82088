package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history that reporting keeps against the past that the event store knows: summed up to any moment, the changes of
 * all fields are the record as of that moment.
 */
class PastTest {

    private static final int CHANGES = 20;
    private static final List<String> CHANGE = List.of(
            "{\"city\":\"上海\",\"tags\":[\"VIP\",\"5G\"]}",
            "{\"city\":null,\"phone\":\"010-12345678\"}",
            "{\"address\":{\"registered\":\"龙岗区\",\"delivery\":\"松山湖\"}}",
            "{\"address\":{\"delivery\":null},\"tags\":null}",
            "{\"annualRevenue\":{\"amount\":\"50000.10\",\"currency\":\"CNY\"},\"founded\":\"1987-09-15\"}",
            "{\"salesStatus\":\"FOLLOWING_UP\",\"owner\":\"zhangsan\",\"team\":\"/east/shanghai\"}",
            "{\"salesStatus\":\"CLOSED_WON\",\"owner\":null}",
            "{\"activity\":\"CLOSED\"}", "{\"activity\":null}",
            "{\"lifecycleStage\":\"CHURNED\"}", "{\"lifecycleStage\":null}", "{\"type\":\"VIP\",\"level\":\"KEY\"}");
    /** Shown without anybody having set it. */
    private static final Set<String> DERIVED_UNLESS_SET = Set.of("activity", "reviewDue");

    private final RapportClient rapport = RunningProduct.get().client("demo-admin");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theChangesUpToAnyMomentSumUpToTheRecordAsOfThen(long seed) {
        String path = changedAtRandom(new Random(seed));
        List<JsonNode> changes = history(path);
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.get("who").asString()).isEqualTo("admin");
            assertThat(change.get("source").asString()).isEqualTo("request");
        });

        Set<Instant> moments = new TreeSet<>();
        changes.forEach(change -> moments.add(when(change)));
        Map<String, JsonNode> sum = new HashMap<>();
        for (Instant moment : moments) {
            changes.reversed().stream().filter(change -> when(change).equals(moment)).forEach(change -> {
                assertThat(sum.getOrDefault(change.get("field").asString(), absent(change)))
                        .as(change.toString()).isEqualTo(change.get("old"));
                sum.put(change.get("field").asString(), change.get("new"));
            });
            isAsSummedUp(rapport.get(path + "?asOf=" + moment), sum);
        }
        isAsSummedUp(rapport.get(path), sum);
        assertThat(rapport.get(path + "?asOf=" + moments.iterator().next().minusMillis(1)).status()).isEqualTo(404);
    }

    private String changedAtRandom(Random random) {
        Answer last = rapport.post("/api/customers",
                "{\"name\":\"历史公司\",\"city\":\"北京\",\"needs\":\"服务器\",\"interests\":[\"云\"]}");
        String path = "/api/customers/" + last.json().get("id").asString();
        for (int i = 0; i < CHANGES; i++) {
            last = switch (random.nextInt(10)) {
                case 0 -> rapport.post(path + "/confirm", "{\"nextReviewDue\":\"203%d-01-31\"}".formatted(i % 5));
                case 1 -> rapport.delete(path + "?reason=x");
                case 2 -> rapport.post(path + "/restore", "");
                default -> rapport.patch(path + "?reason=because", CHANGE.get(random.nextInt(CHANGE.size())));
            };
            assertThat(last.status()).as(last.toString()).isIn(204, 409);
        }
        Answer seen = rapport.patch(path, "{}");
        Answer restored = seen.status() == 409 ? rapport.post(path + "/restore", "") : seen;
        assertThat(rapport.get(path, "Consistency-Token", restored.consistencyToken()).status()).isEqualTo(200);
        return path;
    }

    /** Newest first. */
    private List<JsonNode> history(String path) {
        List<JsonNode> changes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = rapport.get(path + "/history?size=7" + cursor).json();
            page.get("items").forEach(changes::add);
            cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : null;
        } while (cursor != null);
        return changes;
    }

    private static void isAsSummedUp(Answer answer, Map<String, JsonNode> sum) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        sum.forEach((field, value) -> {
            JsonNode shown = answer.json().at("/" + field.replace('.', '/'));
            if (!value.isNull()) {
                assertThat(shown).as(field).isEqualTo(value);
            } else if (!DERIVED_UNLESS_SET.contains(field)) {
                assertThat(shown.isMissingNode() || shown.isEmpty()).as(field + " " + shown).isTrue();
            }
        });
    }

    private static Instant when(JsonNode change) {
        return Instant.parse(change.get("when").asString());
    }

    /** What a field was before its first change. */
    private static JsonNode absent(JsonNode change) {
        return change.get("field").asString().equals("archived")
                ? BooleanNode.FALSE : NullNode.instance;
    }
}
