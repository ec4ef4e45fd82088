package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.reporting.rights.Expected.Sight;
import io.rapport.reporting.rights.MatrixRecords.Family;
import io.rapport.reporting.rights.MatrixRecords.Secret;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody shows can be asked for by a condition, a word, a comparison, a sum: no answer tells it either. */
class QuestionsMatrixTest extends MatrixTest {

    @ParameterizedTest
    @MethodSource("all")
    void theSearchBox(Expected expected) {
        for (String kind : MatrixRecords.KINDS) {
            for (Secret secret : family(expected).secrets().get(kind).values()) {
                if (!secret.fields().equals("money")) {
                    boolean full = expected.sees(kind) && expected.of(secret.fields()) == Sight.FULL;
                    assertThat(total(as(expected, list(kind, byId(List.of(expected), kind),
                            "&q=" + encoded(secret.value()))))).as("%s.%s searched", kind, secret.field())
                            .isEqualTo(full ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void conditions(Role role) {
        List<Expected> lines = lines(role);
        for (String kind : MatrixRecords.KINDS) {
            for (String field : family(lines.getFirst()).secrets().get(kind).keySet()) {
                String fields = secret(lines.getFirst(), kind, field).fields();
                boolean amounts = fields.equals("money");
                String values = lines.stream().map(line -> secret(line, kind, field).value())
                        .map(value -> amounts ? value : "'" + value + "'").collect(Collectors.joining(","));
                for (String condition : List.of(field + " in (" + values + ")", field + " exists",
                        "not (not " + field + " in (" + values + ") or " + field + " exists false)",
                        "not " + field + " in (" + (amounts ? "1" : "'no'") + ")")) {
                    Answer answer = as(role, list(kind, byId(lines, kind) + " and " + condition, ""));
                    if (lines.getFirst().everFull(fields)) {
                        assertThat(ids(answer)).as("%s: %s", kind, condition).containsExactlyInAnyOrderElementsOf(
                                lines.stream().filter(line -> line.sees(kind) && line.of(fields) == Sight.FULL)
                                        .map(line -> id(line, kind)).toList());
                    } else {
                        assertUnknown(answer, field);
                    }
                }
            }
        }
    }

    /** A record tells the ids that it refers to, nothing more; by them only records are found that are seen anyway. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void references(Role role) {
        List<Expected> lines = lines(role);
        String stranger = records.of(role, Expected.Relation.OTHER).ids().get("contact");
        boolean seen = lines.stream().anyMatch(line -> line.relation() == Expected.Relation.OTHER && line.rows());
        assertThat(as(role, "/api/contacts/" + stranger).status()).isEqualTo(seen ? 200 : 404);
        for (String kind : List.of("opportunity", "interaction")) {
            String field = kind.equals("opportunity") ? "contactIds" : "contactId";
            assertThat(ids(as(role, list(kind, byId(lines, kind) + " and " + field + " eq '" + stranger + "'", ""))))
                    .as(kind).containsExactlyInAnyOrderElementsOf(lines.stream().filter(line -> line.sees(kind))
                            .map(line -> id(line, kind)).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void duplicates(Expected expected) {
        Family family = family(expected);
        Answer byPhone = postAs(records.token(expected.role()), "/api/customers/duplicates/check",
                "{\"phone\":\"" + secret(expected, "customer", "phone").value() + "\"}");
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
        assertThat(board.toString().contains(secret(expected, "opportunity", "amount").value()))
                .isEqualTo(expected.sees("opportunity") && expected.money() == Sight.FULL);
    }

    private static void assertUnknown(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/code").asString()).as(field).isEqualTo("filter-unknown-field");
    }
}
