package io.rapport.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.rapport.contracts.refusal.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The keys under which requests were carried out, written in the transaction of the command. */
final class IdempotencyKeys {

    private record Claim(String digest, String recorded) {
    }

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    IdempotencyKeys(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Takes the key for this transaction. Waits while another transaction has it.
     *
     * @return what the request came to before; empty when the key is now ours
     * @throws Refusal when the key belongs to another request
     */
    Optional<Recorded> claim(String actor, String key, String digest) {
        int inserted = jdbc.update("""
                INSERT INTO idempotency (actor, key, request_digest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, actor, key, digest);
        if (inserted == 1) {
            return Optional.empty();
        }
        List<Claim> earlier = jdbc.query("""
                SELECT request_digest, recorded FROM idempotency WHERE actor = ? AND key = ?
                """, (row, _) -> new Claim(row.getString(1), row.getString(2)), actor, key);
        if (earlier.isEmpty() || !earlier.getFirst().digest.equals(digest)) {
            throw Refusal.of(Refusal.Kind.INVALID, "Idempotency-Key", "idempotency-key-reused");
        }
        return Optional.of(json.readValue(earlier.getFirst().recorded, Recorded.class));
    }

    void complete(String actor, String key, Recorded recorded) {
        jdbc.update("UPDATE idempotency SET recorded = ? WHERE actor = ? AND key = ?",
                json.writeValueAsString(recorded), actor, key);
    }

    /** Forgets keys that no client will come back with. */
    int forgetOlderThan(Duration age) {
        return jdbc.update("DELETE FROM idempotency WHERE created_at < now() - make_interval(secs => ?)",
                (double) age.toSeconds());
    }
}
