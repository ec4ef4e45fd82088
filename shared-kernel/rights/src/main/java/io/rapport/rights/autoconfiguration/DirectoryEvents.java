package io.rapport.rights.autoconfiguration;

import io.rapport.contracts.rights.Role;
import io.rapport.rights.Directory;
import io.rapport.rights.RightsTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Folds the events of {@code crm.directory.v1}. Each holds the whole definition of what its key names, so that the last
 * of each key is enough. What cannot be read takes rights away: a user without any, a table that lets nobody in.
 */
final class DirectoryEvents {

    static final String USER = "user:";
    static final String TABLE = "rights:table";

    private static final Logger log = LoggerFactory.getLogger(DirectoryEvents.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Directory.User> users = new HashMap<>();
    private final RightsTable declared;
    private Optional<RightsTable> table;

    /** @param declared what holds until an administrator says otherwise */
    DirectoryEvents(RightsTable declared) {
        this.declared = declared;
        this.table = Optional.of(declared);
    }

    /**
     * @param key  what the event defines
     * @param data JSON; null for what is defined no longer
     */
    void apply(String key, byte[] data) {
        if (key == null) {
            return;
        }
        if (key.startsWith(USER)) {
            String name = key.substring(USER.length());
            if (data == null) {
                users.remove(name);
            } else {
                users.put(name, user(name, data));
            }
        } else if (key.equals(TABLE)) {
            table = data == null ? Optional.of(declared) : table(data);
        }
    }

    Directory directory() {
        return new Directory(users);
    }

    /** Empty while the table cannot be read. */
    Optional<RightsTable> table() {
        return table;
    }

    private static Directory.User user(String name, byte[] data) {
        try {
            JsonNode json = JSON.readTree(data);
            Set<Role> roles = json.path("roles").valueStream().flatMap(code -> Role.of(code.asString("")).stream())
                    .collect(Collectors.toSet());
            if (json.has("ownerFilter") && !json.path("ownerFilter").isArray()) {
                return unreadable(name);
            }
            return new Directory.User(name, json.path("displayName").asString(null), roles,
                    json.path("team").asString(null), json.path("active").asBoolean(false),
                    json.path("ownerFilter").valueStream().map(one -> one.asString("")).collect(Collectors.toSet()));
        } catch (JacksonException unreadable) {
            return unreadable(name);
        }
    }

    private static Directory.User unreadable(String name) {
        log.error("A user's definition cannot be read: he may nothing until it is written again");
        return new Directory.User(name, null, Set.of(), null, false);
    }

    private Optional<RightsTable> table(byte[] data) {
        try {
            return Optional.of(RightsTable.of(JSON.convertValue(JSON.readTree(data).path("table"), Map.class))
                    .completedBy(declared));
        } catch (JacksonException | RightsTable.Invalid unreadable) {
            log.error("The table of rights cannot be read: nobody is let in until it is written again: {}",
                    unreadable instanceof RightsTable.Invalid invalid ? invalid.getMessage() : "not JSON");
            return Optional.empty();
        }
    }
}
