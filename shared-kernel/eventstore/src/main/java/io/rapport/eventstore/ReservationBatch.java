package io.rapport.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the commands of one unit of work have reserved: a refused command takes back what was its own and disturbs no
 * other, and given numbers are fetched and reserved for all of them together.
 */
final class ReservationBatch {

    private static final String RESOURCE = ReservationBatch.class.getName();

    private record Given(String scope, String value, String recordId) {
    }

    /** A savepoint for each command would do the same for every one of them; refusals are few. */
    private final Deque<Runnable> undoLog = new ArrayDeque<>();
    private final Map<String, Deque<Long>> numbers = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private int expected = 1;
    private boolean storedAtCommit;

    private ReservationBatch() {
    }

    static ReservationBatch begin(UnitOfWork<?> unitOfWork) {
        ReservationBatch batch = new ReservationBatch();
        unitOfWork.root().resources().put(RESOURCE, batch);
        return batch;
    }

    /** Null where none has begun. */
    static ReservationBatch of(UnitOfWork<?> root) {
        return root.getResource(RESOURCE);
    }

    /** @param commands how many commands of the kind that comes next there are, itself included */
    void expect(int commands) {
        expected = commands;
    }

    boolean severalExpected() {
        return expected > 1 || !numbers.isEmpty();
    }

    /**
     * The number is reserved with all others before the commit.
     *
     * @throws ConcurrencyException then, if somebody has brought one of the numbers himself
     */
    String reserveNext(JdbcTemplate jdbc, String scope, String sequence, int digits, String recordId) {
        Deque<Long> ready = numbers.computeIfAbsent(sequence, _ -> new ArrayDeque<>());
        if (ready.isEmpty()) {
            ready.addAll(jdbc.queryForList("SELECT nextval(?::regclass) FROM generate_series(1, ?)", Long.class, sequence,
                    expected));
        }
        String next = Long.toString(ready.pop());
        Given reservation = new Given(scope, "0".repeat(Math.max(0, digits - next.length())) + next, recordId);
        if (!storedAtCommit) {
            CurrentUnitOfWork.get().root().onPrepareCommit(_ -> store(jdbc));
            storedAtCommit = true;
        }
        given.add(reservation);
        noteUndo(() -> given.remove(reservation));
        return reservation.value();
    }

    void noteUndo(Runnable undo) {
        undoLog.push(undo);
    }

    /** Everything reserved so far stays. */
    void keep() {
        undoLog.clear();
    }

    /** Takes back what was reserved since the last {@link #keep()}. */
    void undo() {
        while (!undoLog.isEmpty()) {
            undoLog.pop().run();
        }
    }

    private void store(JdbcTemplate jdbc) {
        int stored = jdbc.update("""
                INSERT INTO reservation (scope, value, record_id) SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                ON CONFLICT DO NOTHING""",
                given.stream().map(Given::scope).toArray(String[]::new),
                given.stream().map(Given::value).toArray(String[]::new),
                given.stream().map(Given::recordId).toArray(String[]::new));
        if (stored != given.size()) {
            throw new ConcurrencyException("a number was taken meanwhile");
        }
    }
}
