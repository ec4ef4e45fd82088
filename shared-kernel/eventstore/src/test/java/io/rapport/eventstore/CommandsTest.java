package io.rapport.eventstore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.note.Note;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.RewordAndRefuse;
import io.rapport.eventstore.note.NoteCommand.Write;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@OnRealServers
class CommandsTest {

    private static final CommandContext CONTEXT = new CommandContext("zhangsan", "asked by phone", "request", "corr-1",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    @Autowired Commands commands;
    @Autowired CommandBatch batch;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired org.axonframework.config.Configuration axon;
    @Autowired CommandUnitOfWork unitOfWork;

    @Test
    void whatIsStoredNamesNoClassAndKeepsAmountsExact() {
        String id = write("stored");

        Map<String, Object> row = jdbc.queryForMap("""
                SELECT type, payload_type, payload_revision, convert_from(payload, 'UTF8') AS payload,
                       convert_from(meta_data, 'UTF8') AS meta_data
                FROM domain_event WHERE aggregate_identifier = ?""", id);

        assertThat(row).containsEntry("type", "note").containsEntry("payload_type", "note.written")
                .containsEntry("payload_revision", "2");
        assertThat((String) row.get("payload")).contains("\"price\":\"50000.10\"")
                .contains("\"at\":\"2026-01-02T03:04:05.678901Z\"");
        assertThat((String) row.get("meta_data")).contains("\"actor\":\"zhangsan\"", "\"reason\":\"asked by phone\"",
                "\"causationId\"", "\"traceparent\":\"00-0af7");
        assertThat(row.values().toString()).doesNotContain("io.rapport", "org.axonframework");
    }

    @Test
    void theAnswerTellsVersionAndFacts() {
        String id = RecordIds.next();
        Recorded written = commands.execute(new Write(id, "N-" + id, "hello", null), CONTEXT);
        Recorded reworded = commands.execute(new Reword(id, null, "goodbye"), CONTEXT);
        Recorded unchanged = commands.execute(new Reword(id, 1L, "goodbye"), CONTEXT);

        assertThat(written).isEqualTo(new Recorded(id, 1, Map.of("number", "N-" + id)));
        assertThat(reworded.version()).isEqualTo(2);
        assertThat(unchanged.version()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsUnknownOrOutdated() {
        String id = write("first");
        commands.execute(new Reword(id, 0L, "second"), CONTEXT);

        assertThat(refusalOf(() -> commands.execute(new Reword(id, 0L, "third"), CONTEXT)))
                .isEqualTo(Refusal.Kind.OUTDATED);
        assertThat(refusalOf(() -> commands.execute(new Reword(id, 7L, "third"), CONTEXT)))
                .isEqualTo(Refusal.Kind.OUTDATED);
        assertThat(refusalOf(() -> commands.execute(new Reword(RecordIds.next(), null, "third"), CONTEXT)))
                .isEqualTo(Refusal.Kind.UNKNOWN);
    }

    @Test
    void anotherProcessThatWasFasterIsAConflictNotAnError() {
        String id = write("first");
        // Another instance of the service has no part in our locks: only the unique key tells it apart.
        Runnable otherInstance = () -> jdbc.update("""
                INSERT INTO domain_event (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                    payload_type, payload_revision, payload, meta_data)
                SELECT aggregate_identifier, 1, type, 'other-' || event_identifier, time_stamp, 'note.reworded', '1',
                    convert_to('{"id":"' || aggregate_identifier || '","text":"theirs"}', 'UTF8'), meta_data
                FROM domain_event WHERE aggregate_identifier = ? AND sequence_number = 0""", id);
        var message = CommandUnitOfWork.message(new Reword(id, null, "ours"), CONTEXT);

        RuntimeException failure = catchThrowableOfType(RuntimeException.class, () -> unitOfWork.run(message, () ->
                axon.repository(Note.class).load(id).handle(interrupted(message, otherInstance))));

        assertThat(Collisions.isCollision(failure)).isTrue();
        assertThat(commands.execute(new Reword(id, null, "ours"), CONTEXT).version()).isEqualTo(3);
    }

    private <T> T interrupted(T message, Runnable otherInstance) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(otherInstance).get();
        }
        return message;
    }

    @Test
    void manyWritersOfOneRecordAllGetThrough() throws Exception {
        String id = write("start");

        List<Long> versions = concurrently(16, n -> () ->
                commands.execute(new Reword(id, null, "text " + n), CONTEXT).version());

        assertThat(versions).doesNotHaveDuplicates().hasSize(16);
        assertThat(jdbc.queryForList("SELECT sequence_number FROM domain_event WHERE aggregate_identifier = ? ORDER BY 1",
                Long.class, id)).hasSize(17).endsWith(16L);
    }

    @Test
    void commandsThatShareATransactionSharePeaceToo() throws Exception {
        String id = write("start");

        List<String> results = concurrently(24, n -> () -> {
            try {
                return switch (n % 4) {
                    case 0 -> "written " + commands.execute(
                            new Write(RecordIds.next(), "N-" + UUID.randomUUID(), "fine", null), CONTEXT).version();
                    case 1 -> "written " + commands.execute(
                            new Write(RecordIds.next(), "N-" + UUID.randomUUID(), null, null), CONTEXT).version();
                    case 2 -> "refused " + commands.execute(new RewordAndRefuse(id, "lost"), CONTEXT).version();
                    default -> "refused " + commands.execute(new Reword(id, null, " "), CONTEXT).version();
                };
            } catch (Refusal | NullPointerException failure) {
                return failure.getClass().getSimpleName();
            }
        });

        for (int n = 0; n < results.size(); n++) {
            assertThat(results.get(n)).isEqualTo(switch (n % 4) {
                case 0 -> "written 1";
                case 1 -> "NullPointerException";
                default -> "Refusal";
            });
        }
        assertThat(commands.execute(new Reword(id, 0L, "next"), CONTEXT).version()).isEqualTo(2);
    }

    @Test
    void oneOfManyGetsANumber() throws Exception {
        String number = "N-" + UUID.randomUUID();

        List<Object> results = concurrently(8, _ -> () -> {
            try {
                return commands.execute(new Write(RecordIds.next(), number, "mine", null), CONTEXT);
            } catch (Refusal refusal) {
                return refusal.kind();
            }
        });

        assertThat(results).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Refusal.Kind.CONFLICT::equals).hasSize(7);
    }

    @Test
    void aRefusedCommandGivesItsReservationBack() {
        String number = "N-" + UUID.randomUUID();

        assertThat(refusalOf(() -> commands.execute(new Write(RecordIds.next(), number, " ", null), CONTEXT)))
                .isEqualTo(Refusal.Kind.INVALID);

        assertThat(commands.execute(new Write(RecordIds.next(), number, "now", null), CONTEXT).version()).isOne();
    }

    @Test
    void theSameKeyIsCarriedOutOnceHoweverManyAskAtTheSameTime() throws Exception {
        String key = UUID.randomUUID().toString();
        String number = "N-" + key;

        List<Recorded> answers = concurrently(8, _ -> () ->
                commands.executeOnce(key, "digest", new Write(RecordIds.next(), number, "once", null), CONTEXT));

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().facts()).containsEntry("number", number);
        assertThat(refusalOf(() ->
                commands.executeOnce(key, "other digest", new Write(RecordIds.next(), "x", "y", null), CONTEXT)))
                .isEqualTo(Refusal.Kind.INVALID);
        CommandContext someoneElse = new CommandContext("lisi", null, "request", "corr-2", null);
        assertThat(commands.executeOnce(key, "digest", new Write(RecordIds.next(), number + "b", "z", null), someoneElse))
                .isNotEqualTo(answers.getFirst());
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        String id = RecordIds.next();
        refusalOf(() -> commands.executeOnce(key, "d", new Write(id, "N-" + key, " ", null), CONTEXT));

        assertThat(commands.executeOnce(key, "d", new Write(id, "N-" + key, "fine", null), CONTEXT).version()).isOne();
    }

    @Test
    void aBatchKeepsWhatIsAcceptedAndLeavesNothingOfWhatIsRefused() {
        String known = write("known");
        String taken = "N-" + UUID.randomUUID();
        String first = RecordIds.next();
        String refusedId = RecordIds.next();

        List<Outcome> outcomes = batch.execute(List.of(
                item(new Write(first, taken, "first", null), "row 1"),
                item(new Write(refusedId, "N-" + refusedId, " ", null), "row 2"),
                item(new Write(RecordIds.next(), taken, "second with the number", null), "row 3"),
                item(new Reword(first, null, "again"), "row 4"),
                item(new Reword(known, null, "known"), "row 5"),
                item(new Reword(RecordIds.next(), null, "unknown"), "row 6"),
                item(new Write(RecordIds.next(), "N-" + refusedId, "the number of row 2", null), "row 7")));

        assertThat(outcomes).extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Accepted", "Refused", "Refused", "Accepted", "Unchanged", "Refused", "Accepted");
        assertThat(jdbc.queryForList("""
                SELECT convert_from(meta_data, 'UTF8')::json ->> 'source' FROM domain_event
                WHERE aggregate_identifier = ? ORDER BY sequence_number""", String.class, first))
                .containsExactly("row 1", "row 4");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM domain_event WHERE aggregate_identifier = ?", Long.class,
                refusedId)).isZero();
    }

    @Test
    void aCommandThatRefusesTooLateDoesNotSpoilItsBatch() {
        String one = write("one");
        String two = write("two");

        List<Outcome> outcomes = batch.execute(List.of(
                item(new RewordAndRefuse(one, "lost"), "row 1"), item(new Reword(two, null, "kept"), "row 2")));

        assertThat(outcomes).extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Refused", "Accepted");
        assertThat(commands.execute(new Reword(one, null, "next"), CONTEXT).version()).isEqualTo(2);
    }

    @Test
    void batchesThatGetInEachOthersWayAllGetThrough() throws Exception {
        List<String> ids = List.of(write("a"), write("b"), write("c"), write("d"));

        concurrently(6, n -> () -> batch.execute((n % 2 == 0 ? ids : ids.reversed()).stream()
                .map(id -> item(new Reword(id, null, "text " + n), "row")).toList()))
                .forEach(outcomes -> assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class));

        assertThat(ids).allSatisfy(id -> assertThat(jdbc.queryForObject(
                "SELECT max(sequence_number) FROM domain_event WHERE aggregate_identifier = ?", Long.class, id))
                .isEqualTo(6));
    }

    @Test
    void aBatchJoinsTheTransactionOfAJob() {
        String id = write("before");

        transaction.executeWithoutResult(status -> {
            batch.execute(List.of(item(new Reword(id, null, "never seen"), "row 1")));
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForObject("SELECT count(*) FROM domain_event WHERE aggregate_identifier = ?", Long.class, id))
                .isOne();
    }

    @Test
    void anEventStoredInAnOldRevisionIsReadAsNew() {
        String id = write("to be replaced");
        jdbc.update("""
                UPDATE domain_event SET payload_revision = '1',
                    payload = convert_to('{"id":"' || aggregate_identifier || '","number":"N-old","body":"old words"}', 'UTF8')
                WHERE aggregate_identifier = ?""", id);

        assertThat(state(id)).isEqualTo(id + "|N-old|old words|null|null|[]");
    }

    @Test
    void aSnapshotHoldsTheWholeState() {
        String id = write("text 0");
        for (int i = 1; i <= 60; i++) {
            commands.execute(new Reword(id, null, "text " + i), CONTEXT);
        }
        String fromSnapshot = org.awaitility.Awaitility.await().until(() -> {
            List<String> types = jdbc.queryForList("SELECT payload_type FROM snapshot_event WHERE aggregate_identifier = ?",
                    String.class, id);
            return types.equals(List.of("note")) ? state(id) : null;
        }, java.util.Objects::nonNull);

        jdbc.update("UPDATE snapshot_event SET payload_revision = '0' WHERE aggregate_identifier = ?", id);
        String fromEvents = state(id);

        assertThat(fromSnapshot).isEqualTo(fromEvents).contains("|text 60|50000.10|").contains("text 0, text 1");
    }

    private String state(String id) {
        var message = CommandUnitOfWork.message(new Object(), CONTEXT);
        return unitOfWork.run(message, () -> axon.repository(Note.class).load(id).invoke(Note::state));
    }

    private String write(String text) {
        String id = RecordIds.next();
        commands.execute(new Write(id, "N-" + id, text, new BigDecimal("50000.10")), CONTEXT);
        return id;
    }

    private static BatchItem item(Object command, String source) {
        return new BatchItem(command, new CommandContext("zhangsan", null, source, "corr-1", null));
    }

    private static Refusal.Kind refusalOf(Callable<?> call) {
        return catchThrowableOfType(Refusal.class, call::call).kind();
    }

    private static <T> List<T> concurrently(int threads, java.util.function.IntFunction<Callable<T>> work)
            throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                calls.add(work.apply(n));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
