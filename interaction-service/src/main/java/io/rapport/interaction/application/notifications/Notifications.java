package io.rapport.interaction.application.notifications;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Collection;
import java.util.stream.Collectors;

/** What each user was told, and what of it he has read. */
@Component
public class Notifications {

    private static final String COLUMNS = "user_name, id, kind, record_kind, record_id, actor, told_at, read_at";

    private final JdbcClient database;

    Notifications(JdbcClient database) {
        this.database = database;
    }

    /**
     * Tells a user of something, in the running transaction and only once for each cause.
     *
     * @param cause names what it follows from, such as an event
     * @param actor who did it; null for the passing of time
     */
    void tell(String user, NotificationKind kind, String cause, String recordKind, String recordId, String actor,
              Instant at) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended('notification ' || ?, 0))").param(user)
                .query().singleRow();
        database.sql("""
                INSERT INTO notification (user_name, kind, cause, record_kind, record_id, actor, told_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_name, cause) DO NOTHING""")
                .params(user, kind.name(), cause, recordKind, recordId, actor, at.atOffset(ZoneOffset.UTC)).update();
    }

    /** The newest of a user, the newest first. */
    public List<Notification> newest(String user, long before, int most) {
        return database.sql("SELECT " + COLUMNS + " FROM notification WHERE user_name = ? AND id < ? "
                        + "ORDER BY id DESC LIMIT ?")
                .params(user, before, most).query((row, _) -> notification(row)).list();
    }

    /** How many a user has not read. */
    public int unread(String user) {
        return database.sql("SELECT count(*) FROM notification WHERE user_name = ? AND read_at IS NULL").param(user)
                .query(Integer.class).single();
    }

    /** The user has read all up to this one. */
    public void read(String user, long upTo) {
        database.sql("UPDATE notification SET read_at = now() WHERE user_name = ? AND id <= ? AND read_at IS NULL")
                .params(user, upTo).update();
    }

    /** Those of a user after some id, the oldest first. */
    public List<Notification> after(String user, long id, int most) {
        return database.sql("SELECT " + COLUMNS + " FROM notification WHERE user_name = ? AND id > ? "
                        + "ORDER BY id LIMIT ?")
                .params(user, id, most).query((row, _) -> notification(row)).list();
    }

    /** The id of the last that each of these users was told; users who were told nothing are missing. */
    public Map<String, Long> last(Collection<String> users) {
        return database.sql("SELECT user_name, max(id) AS id FROM notification WHERE user_name = ANY (?) "
                        + "GROUP BY user_name").param(users.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("user_name"), row.getLong("id"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(row.getLong("id"), NotificationKind.valueOf(row.getString("kind")),
                row.getString("record_kind"), row.getString("record_id"), row.getString("actor"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(), row.getObject("read_at") != null);
    }
}
