package io.rapport.interaction.application.interactions;

import io.rapport.eventstore.relay.PastEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which messages interactions were made of. */
@Component
public class KnownMessages {

    private final JdbcClient database;
    private final PastEvents past;

    KnownMessages(JdbcClient database, PastEvents past) {
        this.database = database;
        this.past = past;
    }

    /** Ids of the interactions by message, of those messages that one was made of. */
    public Map<String, String> byMessage(Collection<String> messageIds) {
        Map<String, String> byDigest = new HashMap<>();
        messageIds.forEach(id -> byDigest.put(ReservedMessageIds.digest(id), id));
        Map<String, String> known = new HashMap<>();
        database.sql("SELECT value, record_id FROM reservation WHERE scope = ? AND value = ANY (?)")
                .param(ReservedMessageIds.SCOPE).param(byDigest.keySet().toArray(String[]::new))
                .query(row -> {
                    known.put(byDigest.get(row.getString(1)), row.getString(2));
                });
        return known;
    }

    /** Who entered an interaction. */
    public String enteredBy(String interactionId) {
        return past.of(interactionId, 0, Instant.MAX, 1).getFirst().actor();
    }
}
