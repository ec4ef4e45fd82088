package io.rapport.reporting.search.segments;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static io.rapport.reporting.TestEvents.customerChanged;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.newId;
import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static io.rapport.testing.http.RapportClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SegmentsTest extends ReportingTest {

    private final String region = "R" + newId().replace("-", "");
    private final String segment = newId();
    private final String huawei = newId();
    private final String tencent = newId();

    @BeforeEach
    void aSegmentOfOneCustomer() {
        segment(segment, segmentJson("customer", "region eq '" + region + "' and level eq 'VIP'"));
        publish(customerRegistered(huawei, "华为公司", "{\"region\":\"" + region + "\",\"level\":\"VIP\"}"),
                customerRegistered(tencent, "腾讯公司", "{\"region\":\"" + region + "\",\"level\":\"KEY\"}"));
        read("/api/customers?size=1", 1);
    }

    @Test
    void aSegmentIsCountedListedAndExported() {
        assertThat(read("/api/customers?segment=" + segment, 1).json().get("total").asInt()).isEqualTo(1);
        assertThat(read("/api/segments/" + segment + "/members?fields=name", 1).json().at("/items/0/name").asString())
                .isEqualTo("华为公司");
        assertThat(get("/api/customers/facets?fields=level&segment=" + segment).json().at("/facets/level").toString())
                .isEqualTo("[{\"value\":\"VIP\",\"count\":1}]");
        assertThat(new String(download("/api/customers/export?fields=name&segment=" + segment).body(),
                StandardCharsets.UTF_8)).contains("华为公司").doesNotContain("腾讯公司");
    }

    @Test
    void aSegmentIsAlwaysCurrent() {
        publish(customerChanged(tencent, 2, "{\"level\":\"VIP\"}"));
        assertThat(read("/api/segments/" + segment + "/members?size=1", 2).json().get("total").asInt()).isEqualTo(2);
        segment(segment, segmentJson("customer", "region eq '" + region + "' and name contains '腾'"));
        assertThat(get("/api/segments/" + segment + "/members").json().at("/items/0/name").asString()).isEqualTo("腾讯公司");
    }

    @Test
    void aSegmentNarrowsAListThatIsFilteredBesides() {
        assertThat(read("/api/customers?segment=" + segment + "&filter=" + encoded("name contains '腾'"), 1).json()
                .get("total").asInt()).isZero();
    }

    @Test
    void aSegmentThatCannotBeUsedSaysWhy() {
        assertProblem(get("/api/customers?segment=" + newId()), 400, "segment-unknown", "segment");
        assertProblem(get("/api/contacts?segment=" + segment), 400, "segment-unknown", "segment");
        assertProblem(get("/api/segments/" + newId() + "/members"), 404);
        segment(segment, segmentJson("customer", "custom.gone eq 'x'"));
        assertProblem(get("/api/segments/" + segment + "/members"), 400, "segment-outdated", "segment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "region eq '北京'|-name,region|name,region|nothing",
            "region eq|name|name|filter",
            "nonsense eq 5|-nothing|colour|filter,sort,fields",
            "founded contains 'x'|name|name|filter"})
    void listsAreCheckedWithoutSearching(String filter, String sort, String fields, String wrong) {
        Answer answer = get("/api/customers/check?filter=" + encoded(filter) + "&sort=" + sort + "&fields=" + fields);
        if (wrong.equals("nothing")) {
            assertThat(answer.status()).isEqualTo(204);
        } else {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("errors").valueStream().map(error -> error.get("field").asString()))
                    .containsExactly(wrong.split(","));
        }
    }

    private static String segmentJson(String kind, String filter) {
        return "{\"name\":\"S\",\"recordKind\":\"" + kind + "\",\"filter\":\"" + filter + "\"}";
    }

    private Answer read(String path, int versionOfTencent) {
        String tokens = new ConsistencyToken("customer", huawei, 1).encoded() + ","
                + new ConsistencyToken("customer", tencent, versionOfTencent).encoded();
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> get(path, "Consistency-Token", tokens), answer -> answer.status() == 200);
    }
}
