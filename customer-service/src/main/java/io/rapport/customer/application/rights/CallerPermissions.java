package io.rapport.customer.application.rights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** What callers may, at most a second behind the directory. */
@Component
class CallerPermissions {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 2_000;

    private final Cache<Caller, Permissions> fresh =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    private final CallerRights rights;
    private final CustomFieldClasses custom;

    CallerPermissions(CallerRights rights, CustomFieldClasses custom) {
        this.rights = rights;
        this.custom = custom;
    }

    Permissions of(Caller caller) {
        return fresh.get(caller, asked -> new Permissions(rights.of(asked), custom));
    }
}
