package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.reporting.rights.Expected.Sight;
import io.rapport.reporting.rights.MatrixRecords.Secret;
import io.rapport.reporting.search.text.SortKeys;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list may be sorted by whatever its caller sees somewhere. Records in which he does not see it come last, in an
 * order that has nothing to do with it, in whichever direction and by whichever pages the list is read.
 */
class OrderTellsNothingTest extends MatrixTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void ofWhatIsHidden(Role role) {
        List<Expected> lines = lines(role);
        for (String kind : MatrixRecords.KINDS) {
            for (String field : records.of(role, Expected.Relation.OWN).secrets().get(kind).keySet()) {
                check(lines, kind, field);
            }
        }
    }

    private void check(List<Expected> lines, String kind, String field) {
        String fields = secret(lines.getFirst(), kind, field).fields();
        Answer ascending = as(lines.getFirst(), path(lines, kind, "&size=50&sort=" + field));
        if (!lines.getFirst().everFull(fields)) {
            assertThat(ascending.status()).as(kind + ascending).isEqualTo(400);
            return;
        }
        List<String> inOrder = lines.stream().filter(line -> line.sees(kind) && line.of(fields) == Sight.FULL)
                .sorted(Comparator.comparing(line -> sortable(secret(line, kind, field))))
                .map(line -> id(line, kind)).toList();
        List<String> unsorted = ids(as(lines.getFirst(), path(lines, kind, "&size=50")));
        List<String> hidden = unsorted.stream().filter(id -> !inOrder.contains(id)).toList();

        assertThat(ids(ascending)).as("%s by %s", kind, field).isEqualTo(joined(inOrder, hidden));
        assertThat(ids(as(lines.getFirst(), path(lines, kind, "&size=50&sort=-" + field))))
                .as("%s by -%s", kind, field).isEqualTo(joined(inOrder.reversed(), hidden));
        assertThat(byPages(lines, kind, field)).as("%s by %s", kind, field).isEqualTo(joined(inOrder, hidden));
        assertThat(byCursor(lines, kind, field)).as("%s by %s", kind, field).isEqualTo(joined(inOrder, hidden));
    }

    private List<String> byPages(List<Expected> lines, String kind, String field) {
        List<String> read = new ArrayList<>();
        for (int page = 1; page <= (lines.size() + 1) / 2; page++) {
            Answer answer = as(lines.getFirst(), path(lines, kind, "&size=2&sort=" + field + "&page=" + page));
            assertThat(answer.json().get("total").asLong()).isEqualTo(lines.stream().filter(l -> l.sees(kind)).count());
            read.addAll(ids(answer));
        }
        return read;
    }

    private List<String> byCursor(List<Expected> lines, String kind, String field) {
        String sorted = "&size=2&sort=" + field;
        List<String> read = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        String cursor = "";
        while (cursor != null && passed.add(cursor)) {
            Answer answer = as(lines.getFirst(),
                    path(lines, kind, sorted + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            read.addAll(ids(answer));
            JsonNode next = answer.json().path("nextCursor");
            cursor = next.isMissingNode() ? null : next.asString();
        }
        return read;
    }

    private static String path(List<Expected> lines, String kind, String more) {
        return list(kind, byId(lines, kind), more);
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> sortable(Secret secret) {
        Comparable<?> value = secret.fields().equals("money") ? new BigDecimal(secret.value())
                : SortKeys.of(secret.value());
        return (Comparable<Object>) value;
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
