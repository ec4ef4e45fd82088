package io.rapport.reporting.rights;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.reporting.rights.Expected.Sight;
import io.rapport.reporting.rights.MatrixRecords.Family;
import io.rapport.reporting.rights.MatrixRecords.Secret;
import io.rapport.testing.http.Answer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One line of {@link Expected} after the other is held against the service; all tests of the matrix share its records.
 * A question that can be asked of several records at once is asked once for a role.
 */
abstract class MatrixTest extends ReportingTest {

    static MatrixRecords records;

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

    /** What a role sees of each family. */
    static List<Expected> lines(Role role) {
        return Expected.all().stream().filter(expected -> expected.role() == role).toList();
    }

    /** Values that the caller does not see must not be there. */
    static void checkSecrets(Expected expected, Answer answer) {
        family(expected).secrets().forEach((kind, secrets) -> secrets.values().forEach(secret -> {
            if (!expected.sees(kind) && !kind.equals("opportunity") && !kind.equals("order")
                    || expected.of(secret.fields()) != Sight.FULL) {
                assertThat(answer.body()).as("%s of %s", secret.field(), kind).doesNotContain(secret.value());
            }
        }));
    }

    static int total(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("total").asInt();
    }

    /** Ids of the records in a list, in its order. */
    static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    Answer as(Expected expected, String path) {
        return as(expected.role(), path);
    }

    Answer as(Role role, String path) {
        return getAs(records.token(role), path);
    }

    static Family family(Expected expected) {
        return records.of(expected.role(), expected.relation());
    }

    static String id(Expected expected, String kind) {
        return family(expected).ids().get(kind);
    }

    static Secret secret(Expected expected, String kind, String field) {
        return family(expected).secrets().get(kind).get(field);
    }

    static String path(Expected expected, String kind) {
        return "/api/" + MatrixRecords.plural(kind) + "/" + id(expected, kind);
    }

    /** A condition that the records of these lines fulfil, and no others. */
    static String byId(List<Expected> lines, String kind) {
        return lines.stream().map(line -> "'" + id(line, kind) + "'").collect(Collectors.joining(",", "id in (", ")"));
    }

    static String list(String kind, String filter, String more) {
        return "/api/" + MatrixRecords.plural(kind) + "?filter=" + encoded(filter) + more;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
