package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every form in which an event was ever stored, kept as a file {@code history/<name>-<revision>.json}, is read today
 * and means what it meant; and what is written today looks as its file says. A file is added with each new revision
 * and never changed.
 *
 * @param kind    kind of the records, for example {@code customer}
 * @param today   names of the files of the forms that are written today
 * @param meaning what each file means: the event as the domain knows it
 */
public record StoredEventFixtures(String kind, Set<String> today, Map<String, ?> meaning) {

    private static final byte[] NO_META_DATA = "{}".getBytes(StandardCharsets.UTF_8);

    /**
     * @param database of the service
     * @param history  reads the events of a record from the store
     * @param json     with which the service writes events
     */
    public Stream<DynamicTest> tests(JdbcClient database, Function<String, List<Object>> history, JsonMapper json) {
        Stream<DynamicTest> complete = Stream.of(DynamicTest.dynamicTest("every form has a file",
                () -> assertThat(meaning.keySet()).containsAll(today)));
        Stream<DynamicTest> read = meaning.entrySet().stream().map(entry ->
                DynamicTest.dynamicTest(entry.getKey() + " is read back", () -> {
                    String id = UUID.randomUUID().toString();
                    store(database, id, entry.getKey());
                    assertThat(history.apply(id)).isEqualTo(List.of(entry.getValue()));
                }));
        Stream<DynamicTest> written = today.stream().map(name ->
                DynamicTest.dynamicTest(name + " is written as ever", () ->
                        assertThat(json.readTree(json.writeValueAsBytes(meaning.get(name))))
                                .isEqualTo(json.readTree(file(name)))));
        return Stream.of(complete, read, written).flatMap(Function.identity());
    }

    private void store(JdbcClient database, String id, String name) {
        int dash = name.lastIndexOf('-');
        database.sql("""
                INSERT INTO domain_event (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                                          payload_type, payload_revision, payload, meta_data)
                VALUES (?, 0, ?, ?, '2026-11-21T08:00:00.000Z', ?, ?, ?, ?)""")
                .params(id, kind, UUID.randomUUID().toString(), name.substring(0, dash), name.substring(dash + 1),
                        file(name), NO_META_DATA)
                .update();
    }

    private static byte[] file(String name) {
        try (InputStream file = StoredEventFixtures.class.getResourceAsStream("/history/" + name + ".json")) {
            if (file == null) {
                throw new AssertionError("src/test/resources/history/" + name + ".json is missing");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
