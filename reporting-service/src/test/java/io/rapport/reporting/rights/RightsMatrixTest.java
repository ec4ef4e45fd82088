package io.rapport.reporting.rights;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.reporting.rights.Expected.Sight;
import io.rapport.reporting.rights.MatrixRecords.Family;
import io.rapport.reporting.rights.MatrixRecords.Secret;
import io.rapport.rights.DeclaredPath;
import io.rapport.rights.DeclaredRights;
import io.rapport.testing.http.Answer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every role, every way in which records may stand to the caller, every kind of record, every class of fields, every
 * path that reads: held against {@link Expected}, which knows nothing of the code.
 */
class RightsMatrixTest extends ReportingTest {

    private static MatrixRecords records;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    static List<Expected> all() {
        return Expected.all();
    }

    @BeforeEach
    void publishOnce() {
        if (records != null) {
            return;
        }
        MatrixRecords made = new MatrixRecords();
        publish(made.events().toArray(EventEnvelope[]::new));
        publish(made.directory().entrySet().stream().map(entry -> new ProducerRecord<>(topic("directory"),
                entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8))).toList());
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Stream.of(Role.values()).allMatch(role ->
                getAs(made.token(role), "/api/me").body().contains("Somebody")));
        MatrixRecords.KINDS.forEach(kind -> assertThat(get("/api/" + MatrixRecords.plural(kind), "Consistency-Token",
                made.tokens()).status()).isEqualTo(200));
        records = made;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRecordAloneAndInThePast(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            for (String moment : List.of("", "?asOf=" + Instant.now())) {
                Answer answer = as(expected, path(expected, kind) + moment);
                assertThat(answer.status()).as(kind + answer).isEqualTo(expected.sees(kind) ? 200 : 404);
                if (expected.sees(kind)) {
                    checkRecord(expected, kind, answer.json());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aList(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            JsonNode list = as(expected, list(kind, byId(expected, kind), "")).json();
            assertThat(list.get("total").asInt()).as(kind).isEqualTo(expected.sees(kind) ? 1 : 0);
            if (expected.sees(kind)) {
                checkRecord(expected, kind, list.get("items").get(0));
            }
            assertThat(counted(as(expected, "/api/" + MatrixRecords.plural(kind) + "/facets?fields=createdBy&filter="
                    + encoded(byId(expected, kind))))).as(kind).isEqualTo(expected.sees(kind) ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSearchBoxAndFilters(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            for (Secret secret : family(expected).secrets().get(kind).values()) {
                boolean full = expected.sees(kind) && expected.of(secret.fields()) == Sight.FULL;
                if (!secret.fields().equals("money")) {
                    assertThat(total(as(expected, list(kind, byId(expected, kind), "&q=" + encoded(secret.value())))))
                            .as("%s.%s searched", kind, secret.field()).isEqualTo(full ? 1 : 0);
                }
                String literal = secret.fields().equals("money") ? secret.value() : "'" + secret.value() + "'";
                for (String condition : List.of(secret.field() + " eq " + literal,
                        "not (" + secret.field() + " ne " + literal + " or " + secret.field() + " exists false)",
                        "not " + secret.field() + " in (" + (secret.fields().equals("money") ? "1" : "'no'") + ")")) {
                    Answer answer = as(expected, list(kind, byId(expected, kind) + " and " + condition, ""));
                    if (expected.everFull(secret.fields())) {
                        assertThat(total(answer)).as("%s: %s", kind, condition).isEqualTo(full ? 1 : 0);
                    } else {
                        assertUnknown(answer, secret.field());
                    }
                }
                checkSort(expected, kind, secret);
            }
        }
    }

    /** Where the field is hidden in some records only, the order of a list would tell of them. */
    private void checkSort(Expected expected, String kind, Secret secret) {
        Answer answer = as(expected, list(kind, "archived eq false", "&size=1&sort=" + secret.field()));
        if (!expected.everFull(secret.fields())) {
            assertThat(answer.status()).as(kind + answer).isEqualTo(400);
        } else if (kind.equals("interaction") || expected.alwaysFull(secret.fields())) {
            assertThat(answer.status()).as(kind + answer).isEqualTo(200);
        } else {
            assertThat(answer.body()).contains("sort");
        }
    }

    /** A list that its filter narrows to his own may be sorted by what he sees there. */
    @ParameterizedTest
    @MethodSource("all")
    void anOrderOfOnesOwn(Expected expected) {
        String own = "owner eq '" + records.user(expected.role()) + "' and archived eq false";
        for (Secret secret : family(expected).secrets().get("customer").values()) {
            Answer answer = as(expected, list("customer", own, "&sort=-" + secret.field()));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(expected.everFull(secret.fields()) ? 200 : 400);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aHistory(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            Answer answer = as(expected, path(expected, kind) + "/history?size=200");
            assertThat(answer.status()).as(kind + answer).isEqualTo(expected.sees(kind) ? 200 : 404);
            for (Secret secret : family(expected).secrets().get(kind).values()) {
                boolean full = expected.sees(kind) && expected.of(secret.fields()) == Sight.FULL;
                assertThat(answer.body().contains(secret.value())).as(kind + answer).isEqualTo(full);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatBelongsToACustomer(Expected expected) {
        String customer = path(expected, "customer");
        for (String kind : List.of("contact", "opportunity", "order", "interaction")) {
            Answer answer = as(expected, customer
                    + (kind.equals("interaction") ? "/timeline" : "/" + MatrixRecords.plural(kind)));
            if (expected.sees("customer")) {
                assertThat(total(answer)).as(kind).isEqualTo(expected.sees(kind) ? 1 : 0);
            } else {
                assertThat(answer.status()).as(kind + answer).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void duplicates(Expected expected) {
        Family family = family(expected);
        Answer byPhone = postAs(records.token(expected.role()), "/api/customers/duplicates/check",
                "{\"phone\":\"" + family.secrets().get("customer").get("phone").value() + "\"}");
        Answer byName = postAs(records.token(expected.role()), "/api/customers/duplicates/check",
                "{\"name\":\"" + family.name() + "\"}");

        assertThat(byPhone.body().contains(family.customerId())).as(byPhone.toString())
                .isEqualTo(expected.sees("customer") && expected.contacts() == Sight.FULL);
        assertThat(byName.body().contains(family.customerId())).as(byName.toString())
                .isEqualTo(expected.sees("customer"));
        checkSecrets(expected, byName);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBoard(Expected expected) {
        Family family = family(expected);
        JsonNode board = as(expected, "/api/opportunities/board?pipeline=p" + family.customerId().substring(24)).json();

        assertThat(board.get("stages")).hasSize(expected.sees("opportunity") ? 1 : 0);
        String amount = family.secrets().get("opportunity").get("amount").value();
        assertThat(board.toString().contains(amount))
                .isEqualTo(expected.sees("opportunity") && expected.money() == Sight.FULL);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anExport(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            Answer answer = as(expected, "/api/" + MatrixRecords.plural(kind) + "/export?format=csv&filter="
                    + encoded(byId(expected, kind)));
            assertThat(answer.status()).as(kind + answer).isEqualTo(expected.everExports() ? 200 : 403);
            assertThat(answer.body().contains(family(expected).ids().get(kind))).as(kind + answer)
                    .isEqualTo(expected.exports() && expected.sees(kind));
        }
    }

    /** Whatever path there is: it tells no value, and no record, that the caller does not see. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPathKeepsEverySecret(Role role) {
        List<Expected> lines = Expected.all().stream().filter(expected -> expected.role() == role).toList();
        for (String path : readingPaths()) {
            Set<String> asked = new TreeSet<>();
            for (Expected line : lines) {
                family(line).ids().forEach((kind, id) -> {
                    if (!path.contains("{") || path.startsWith("/api/" + MatrixRecords.plural(kind) + "/")
                            || path.startsWith("/api/admin") || path.startsWith("/api/segments")) {
                        asked.add(path.replaceAll("\\{[^}]*}", id));
                    }
                });
            }
            for (String one : asked) {
                String full = one.endsWith("/facets") ? one + "?fields=owner,createdBy" : one;
                Answer answer = as(lines.getFirst(), full + (full.contains("?") ? "" : "?size=100"));
                Answer plain = answer.status() == 400 ? as(lines.getFirst(), full) : answer;
                lines.forEach(line -> checkSecrets(line, plain));
            }
        }
    }

    /** Every path of the service that is read with GET and is mapped, declared or not. */
    private Set<String> readingPaths() {
        Set<String> declared = DeclaredRights.get().paths().stream()
                .filter(path -> path.service().equals("reporting-service")).map(DeclaredPath::pattern)
                .collect(Collectors.toSet());
        Set<String> mapped = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()).filter(path -> path.startsWith("/api"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).as("declared and mapped").containsExactlyInAnyOrderElementsOf(mapped);
        return mapped;
    }

    private void checkRecord(Expected expected, String kind, JsonNode record) {
        for (Secret secret : family(expected).secrets().get(kind).values()) {
            JsonNode shown = record.path(secret.field());
            String text = shown.isObject() ? shown.path("amount").asString("") : shown.asString("");
            switch (expected.of(secret.fields())) {
                case FULL -> assertThat(text).as(record.toString()).isEqualTo(secret.value());
                case MASKED -> assertThat(text).as(record.toString()).contains("***").isNotEqualTo(secret.value());
                case HIDDEN -> assertThat(shown.isMissingNode()).as(record.toString()).isTrue();
            }
            assertThat(names(record, "masked").contains(secret.field()))
                    .isEqualTo(expected.of(secret.fields()) == Sight.MASKED);
            assertThat(names(record, "hidden").contains(secret.field()))
                    .isEqualTo(expected.of(secret.fields()) == Sight.HIDDEN);
        }
        assertThat(record.at("/access/write").asBoolean()).as(record.toString()).isEqualTo(expected.changes(kind));
        assertThat(record.at("/access/assign").asBoolean()).as(record.toString()).isEqualTo(expected.assigns());
    }

    private void checkSecrets(Expected expected, Answer answer) {
        Family family = family(expected);
        family.secrets().forEach((kind, secrets) -> secrets.values().forEach(secret -> {
            if (!expected.sees(kind) && !kind.equals("opportunity") && !kind.equals("order")
                    || expected.of(secret.fields()) != Sight.FULL) {
                assertThat(answer.body()).as("%s of %s", secret.field(), kind).doesNotContain(secret.value());
            }
        }));
    }

    private static void assertUnknown(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/code").asString()).as(field).isEqualTo("filter-unknown-field");
    }

    private static List<String> names(JsonNode record, String list) {
        List<String> names = new ArrayList<>();
        record.path("access").path(list).forEach(name -> names.add(name.asString()));
        return names;
    }

    private static int total(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("total").asInt();
    }

    private static int counted(Answer answer) {
        int count = 0;
        for (JsonNode value : answer.json().at("/facets/createdBy")) {
            count += value.get("count").asInt();
        }
        return count;
    }

    private Answer as(Expected expected, String path) {
        return getAs(records.token(expected.role()), path);
    }

    private static Family family(Expected expected) {
        return records.of(expected.role(), expected.relation());
    }

    private static String path(Expected expected, String kind) {
        return "/api/" + MatrixRecords.plural(kind) + "/" + family(expected).ids().get(kind);
    }

    private static String byId(Expected expected, String kind) {
        return "id eq '" + family(expected).ids().get(kind) + "'";
    }

    private static String list(String kind, String filter, String more) {
        return "/api/" + MatrixRecords.plural(kind) + "?filter=" + encoded(filter) + more;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
