package io.rapport.eventstore;

import java.util.List;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcReservations implements Reservations {

    private static final int MANY_TAKEN = 8;

    private final JdbcTemplate jdbc;

    JdbcReservations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean reserve(String scope, String value, String recordId) {
        if (insert(scope, value, recordId)) {
            noteUndo(() -> delete(scope, value, recordId));
            return true;
        }
        List<String> owners = jdbc.queryForList("SELECT record_id FROM reservation WHERE scope = ? AND value = ?",
                String.class, scope, value);
        return owners.contains(recordId);
    }

    @Override
    public String reserveNext(String scope, String sequence, int digits, String recordId) {
        ReservationBatch batch = batch();
        return batch != null && batch.severalExpected()
                ? batch.reserveNext(jdbc, scope, sequence, digits, recordId)
                : reserveNextNow(scope, sequence, digits, recordId);
    }

    private String reserveNextNow(String scope, String sequence, int digits, String recordId) {
        for (long taken = 1; ; taken *= 2) {
            List<String> reserved = jdbc.queryForList("""
                    INSERT INTO reservation (scope, value, record_id)
                    SELECT ?, lpad(next::text, greatest(?, length(next::text)), '0'), ? FROM nextval(?::regclass) AS next
                    ON CONFLICT DO NOTHING RETURNING value
                    """, String.class, scope, digits, recordId, sequence);
            if (!reserved.isEmpty()) {
                noteUndo(() -> delete(scope, reserved.getFirst(), recordId));
                return reserved.getFirst();
            }
            if (taken >= MANY_TAKEN) {
                // Somebody has brought a whole range: not one by one past a hundred thousand numbers.
                jdbc.queryForObject("SELECT setval(?::regclass, nextval(?::regclass) + ?)", Long.class, sequence, sequence,
                        taken);
            }
        }
    }

    @Override
    public void release(String scope, String value, String recordId) {
        if (delete(scope, value, recordId)) {
            noteUndo(() -> insert(scope, value, recordId));
        }
    }

    private boolean insert(String scope, String value, String recordId) {
        return jdbc.update("INSERT INTO reservation (scope, value, record_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                scope, value, recordId) == 1;
    }

    private boolean delete(String scope, String value, String recordId) {
        return jdbc.update("DELETE FROM reservation WHERE scope = ? AND value = ? AND record_id = ?",
                scope, value, recordId) == 1;
    }

    private static void noteUndo(Runnable undo) {
        ReservationBatch batch = batch();
        if (batch != null) {
            batch.noteUndo(undo);
        }
    }

    /** Null outside a batch: there a refusal takes back the whole transaction. */
    private static ReservationBatch batch() {
        return CurrentUnitOfWork.isStarted() ? ReservationBatch.of(rootOfCurrent()) : null;
    }

    private static UnitOfWork<?> rootOfCurrent() {
        return CurrentUnitOfWork.get().root();
    }
}
