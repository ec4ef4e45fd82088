package io.rapport.rights;

import io.rapport.contracts.rights.Role;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in which team, at one moment: never changes, and is safe for any thread. */
public final class Directory {

    /** Where nobody was ever defined. */
    public static final Directory EMPTY = new Directory(Map.of());

    private final Map<String, User> users;
    private final Map<String, Set<String>> members = new HashMap<>();

    /**
     * @param displayName as people call him; null where nobody said
     * @param roles       those known to this version
     * @param team        path such as {@code /east/shanghai}; null for none
     * @param active      false for one who may nothing any more; what he owns stays his
     * @param ownerFilter of whose records alone his rights are: names of users, and paths of teams for all in them and
     *                    below them; empty for no such limit. What he owns himself is always within it.
     */
    public record User(String name, String displayName, Set<Role> roles, String team, boolean active,
            Set<String> ownerFilter) {

        public User {
            roles = Set.copyOf(roles);
            ownerFilter = Set.copyOf(ownerFilter);
        }

        /** Without an owner filter. */
        public User(String name, String displayName, Set<Role> roles, String team, boolean active) {
            this(name, displayName, roles, team, active, Set.of());
        }
    }

    /** @param users by name */
    public Directory(Map<String, User> users) {
        this.users = Map.copyOf(users);
        users.values().stream().filter(user -> user.team() != null).forEach(user ->
                members.computeIfAbsent(user.team(), team -> new HashSet<>()).add(user.name()));
    }

    /** Empty for somebody whom only his token knows. */
    public Optional<User> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    public Map<String, User> users() {
        return users;
    }

    /** Names of the users of a team itself, active or not. */
    public Set<String> inTeam(String team) {
        return members.getOrDefault(team, Set.of());
    }

    /** Of whose records a user's rights are at most. */
    Owners limitOf(User user) {
        if (user.ownerFilter().isEmpty()) {
            return Owners.EVERYONE;
        }
        Set<String> names = new HashSet<>(Set.of(user.name()));
        user.ownerFilter().forEach(one -> names.addAll(one.startsWith("/") ? inTree(one) : Set.of(one)));
        return new Owners.Of(names, false);
    }

    /** Names of the users of a team and of all teams below it, active or not. */
    public Set<String> inTree(String team) {
        Set<String> names = new HashSet<>(inTeam(team));
        String below = team.endsWith("/") ? team : team + '/';
        members.forEach((path, users) -> {
            if (path.startsWith(below)) {
                names.addAll(users);
            }
        });
        return names;
    }
}
