package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.reporting.rights.Expected.Sight;
import io.rapport.reporting.rights.MatrixRecords.Secret;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every role, every way in which records may stand to the caller, every kind of record, every class of fields: what is
 * shown of them, alone, in lists, in the past, in files. Held against {@link Expected}, which knows nothing of the
 * code.
 */
class RightsMatrixTest extends MatrixTest {

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
    @EnumSource(Role.class)
    void aList(Role role) {
        List<Expected> lines = lines(role);
        for (String kind : MatrixRecords.KINDS) {
            List<Expected> seen = lines.stream().filter(line -> line.sees(kind)).toList();
            Answer answer = as(role, list(kind, byId(lines, kind), ""));
            assertThat(total(answer)).as(kind).isEqualTo(seen.size());
            assertThat(ids(answer)).containsExactlyInAnyOrderElementsOf(seen.stream().map(l -> id(l, kind)).toList());
            for (JsonNode item : answer.json().get("items")) {
                checkRecord(seen.stream().filter(line -> id(line, kind).equals(item.get("id").asString())).findFirst()
                        .orElseThrow(), kind, item);
            }
            assertThat(counted(as(role, "/api/" + MatrixRecords.plural(kind) + "/facets?fields=createdBy&filter="
                    + encoded(byId(lines, kind))))).as(kind).isEqualTo(seen.size());
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
        for (String kind : List.of("contact", "opportunity", "order", "interaction", "task")) {
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
    @EnumSource(Role.class)
    void anExport(Role role) {
        List<Expected> lines = lines(role);
        for (String kind : MatrixRecords.KINDS) {
            Answer answer = as(role, "/api/" + MatrixRecords.plural(kind) + "/export?format=csv&filter="
                    + encoded(byId(lines, kind)));
            assertThat(answer.status()).as(kind + answer).isEqualTo(lines.getFirst().everExports() ? 200 : 403);
            lines.forEach(line -> {
                assertThat(answer.body().contains(id(line, kind))).as("%s of %s %s", kind, line, answer)
                        .isEqualTo(line.exports() && line.sees(kind));
                checkSecrets(line, answer);
            });
        }
    }

    private static void checkRecord(Expected expected, String kind, JsonNode record) {
        for (Secret secret : family(expected).secrets().get(kind).values()) {
            JsonNode shown = record.at('/' + secret.field().replace('.', '/'));
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

    private static List<String> names(JsonNode record, String list) {
        List<String> names = new ArrayList<>();
        record.path("access").path(list).forEach(name -> names.add(name.asString()));
        return names;
    }

    private static int counted(Answer answer) {
        int count = 0;
        for (JsonNode value : answer.json().at("/facets/createdBy")) {
            count += value.get("count").asInt();
        }
        return count;
    }
}
