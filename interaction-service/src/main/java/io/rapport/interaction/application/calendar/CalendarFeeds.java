package io.rapport.interaction.application.calendar;

import io.rapport.contracts.rights.Role;
import io.rapport.web.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The secret addresses at which users let their calendars read. A secret is told once; only its digest is kept. */
@Component
public class CalendarFeeds {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(JdbcClient database) {
        this.database = database;
    }

    /** Opens the feed of a user at a new address, and ends the one before. */
    public String open(Caller caller) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                INSERT INTO calendar_feed (user_name, secret_digest, roles, team) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_name) DO UPDATE SET secret_digest = excluded.secret_digest, roles = excluded.roles,
                    team = excluded.team, opened_at = now()""")
                .params(caller.name(), digest(secret), caller.roles().stream().map(Role::code).sorted()
                        .collect(Collectors.joining(",")), caller.team()).update();
        return secret;
    }

    /** Ends the feed of a user: its address answers nobody any more. */
    public void revoke(String user) {
        database.sql("DELETE FROM calendar_feed WHERE user_name = ?").param(user).update();
    }

    /** Since when the user has a feed; empty for none. */
    public Optional<Instant> openSince(String user) {
        return database.sql("SELECT opened_at FROM calendar_feed WHERE user_name = ?").param(user)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    /** Whose feed has this secret, with what his token said when he opened it; empty for nobody's. */
    public Optional<Caller> reader(String secret) {
        return database.sql("SELECT user_name, roles, team FROM calendar_feed WHERE secret_digest = ?")
                .param(digest(secret))
                .query((row, _) -> new Caller(row.getString("user_name"), roles(row.getString("roles")),
                        row.getString("team"), Set.of())).optional();
    }

    private static Set<Role> roles(String codes) {
        return Arrays.stream(codes.split(",")).flatMap(code -> Role.of(code).stream()).collect(Collectors.toSet());
    }

    /** Of 256 random bits: nothing slower is needed to keep them secret. */
    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
