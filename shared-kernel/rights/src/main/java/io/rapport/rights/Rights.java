package io.rapport.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one caller may, as the table and the directory stand at this moment: made for each request, for one thread. What
 * several roles give adds up.
 */
public final class Rights {

    private final Directory directory;
    private final List<RoleRights> roles;
    private final String user;
    private final String displayName;
    private final Set<Role> roleNames;
    private final String team;
    private final Set<Scope> scopes;
    private final Owners limit;
    private final Map<Reach, Owners> owned = new EnumMap<>(Reach.class);
    private final Map<Reach, Owners> ownedOrNot = new EnumMap<>(Reach.class);

    private Rights(RightsTable table, Directory directory, Directory.User user, Set<Scope> scopes) {
        this.directory = directory;
        this.user = user.name();
        this.displayName = user.displayName();
        this.roleNames = user.active() ? user.roles() : Set.of();
        this.team = user.team();
        this.scopes = Set.copyOf(scopes);
        this.limit = directory.limitOf(user);
        this.roles = roleNames.stream().map(table::of).toList();
    }

    /**
     * Of a caller. What the directory says of a user counts; the token's word counts for whom it does not know.
     *
     * @param name   user name, or id of a program
     * @param roles  as the token says
     * @param team   as the token says; null for none
     * @param scopes as the token says: only they narrow what roles give
     */
    public static Rights of(RightsTable table, Directory directory, String name, Set<Role> roles, String team,
            Set<Scope> scopes) {
        return new Rights(table, directory, directory.user(name)
                .orElseGet(() -> new Directory.User(name, null, roles, team, true)), scopes);
    }

    /** Name of the caller. */
    public String user() {
        return user;
    }

    /** Null where the directory does not know it. */
    public String displayName() {
        return displayName;
    }

    /** None for a user who is not active. */
    public Set<Role> roles() {
        return roleNames;
    }

    /** Null for none. */
    public String team() {
        return team;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public Reach reach(Kind kind, Action action) {
        return roles.stream().map(role -> role.reach(kind, action)).reduce(Reach.NONE, Reach::orFurther);
    }

    /** How far the fields of a class are seen as they are. */
    public Reach full(FieldClass fields) {
        return roles.stream().map(role -> role.reach(fields)).filter(this::mayBeUsed).map(ClassReach::full)
                .reduce(Reach.NONE, Reach::orFurther);
    }

    /** How far the fields of a class are seen at least masked. */
    public Reach masked(FieldClass fields) {
        return roles.stream().map(role -> role.reach(fields)).filter(this::mayBeUsed)
                .map(reach -> reach.masked().orFurther(reach.full())).reduce(Reach.NONE, Reach::orFurther);
    }

    /** Whose records of a kind the caller may do this to. */
    public Owners owners(Kind kind, Action action) {
        return owners(kind, reach(kind, action));
    }

    /** In whose records of a kind the caller sees the fields of a class as they are. */
    public Owners full(Kind kind, FieldClass fields) {
        return owners(kind, full(fields));
    }

    /** In whose records of a kind the caller sees the fields of a class at least masked. */
    public Owners masked(Kind kind, FieldClass fields) {
        return owners(kind, masked(fields));
    }

    /** Whether there may be a record of the kind that the caller may do this to. */
    public boolean may(Kind kind, Action action) {
        return reach(kind, action) != Reach.NONE;
    }

    /** Whether the caller may do this to a record that these hold. */
    public boolean may(Kind kind, Action action, Holders holders) {
        return owners(kind, action).include(holders);
    }

    /** Whether the caller may give records of a kind to this user, or, for null, to nobody. */
    public boolean mayAssignTo(Kind kind, String owner) {
        return owners(kind, Action.ASSIGN).include(owner);
    }

    /** Records that the caller may take away in a day; null for any number. */
    public Integer exportRowsADay(Kind kind) {
        Integer most = 0;
        for (RoleRights role : roles) {
            if (role.reach(kind, Action.EXPORT) != Reach.NONE || role.reach(Kind.SEGMENT, Action.EXPORT) != Reach.NONE) {
                if (role.exportRowsADay() == null) {
                    return null;
                }
                most = Math.max(most, role.exportRowsADay());
            }
        }
        return most;
    }

    private boolean mayBeUsed(ClassReach reach) {
        return reach.scope() == null || scopes.contains(reach.scope());
    }

    private Owners owners(Kind kind, Reach reach) {
        boolean unowned = reach(kind, Action.ASSIGN) != Reach.NONE;
        return switch (reach) {
            case NONE -> Owners.NOBODY;
            case ALL -> limit;
            // Every kind of record asks for the same few, and a tree may have thousands of users.
            case OWN, TEAM, TREE -> (unowned ? ownedOrNot : owned)
                    .computeIfAbsent(reach, any -> new Owners.Of(users(reach), unowned).and(limit));
        };
    }

    private Set<String> users(Reach reach) {
        Set<String> users = new HashSet<>();
        users.add(user);
        if (team != null && reach != Reach.OWN) {
            users.addAll(reach == Reach.TEAM ? directory.inTeam(team) : directory.inTree(team));
        }
        return users;
    }
}
