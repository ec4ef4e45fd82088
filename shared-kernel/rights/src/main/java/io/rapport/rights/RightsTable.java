package io.rapport.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What each role may: the part of the declared table that an administrator may change. As YAML, as JSON and in events:
 * <pre>{@code
 * {"rep": {"kinds": {"customer": {"read": "team", "write": "own"}},
 *          "fieldClasses": {"contactData": {"full": "own", "masked": "team"}}, "exportRowsADay": 1000}}
 * }</pre>
 */
public record RightsTable(Map<Role, RoleRights> roles) {

    private static final String KINDS = "kinds";
    private static final String CLASSES = "fieldClasses";
    private static final String EXPORT_ROWS = "exportRowsADay";
    private static final String FULL = "full";
    private static final String MASKED = "masked";
    private static final String SCOPE = "scope";

    /** A table that cannot be: names the place in it, such as {@code rep.kinds.customer.read}. */
    public static final class Invalid extends RuntimeException {

        private final String field;

        Invalid(String field, String why) {
            super(field + ": " + why);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    public RightsTable {
        roles = Map.copyOf(roles);
    }

    public RoleRights of(Role role) {
        return roles.getOrDefault(role, RoleRights.NOTHING);
    }

    /** Roles whose users may change this table: where there is none of them, nobody ever could again. */
    public Set<Role> administrators() {
        return Set.copyOf(Arrays.stream(Role.values())
                .filter(role -> role.scopes().contains(Scope.ADMIN))
                .filter(role -> of(role).reach(Kind.ADMINISTRATION, Action.WRITE) == Reach.ALL
                        && of(role).reach(Kind.DIRECTORY, Action.WRITE) == Reach.ALL).toList());
    }

    /** The same rights, with every kind of today named for every role: none of them is taken for a later one. */
    public RightsTable naming(Set<Kind> kinds) {
        return with(kinds, (role, kind) -> Map.of());
    }

    /** The same rights, and over kinds that no role here names what others have settled: they were not there yet. */
    public RightsTable completedBy(RightsTable others) {
        Set<Kind> later = EnumSet.allOf(Kind.class);
        roles.values().forEach(role -> later.removeAll(role.reaches().keySet()));
        return with(later, (role, kind) -> others.of(role).reaches().getOrDefault(kind, Map.of()));
    }

    private RightsTable with(Set<Kind> kinds, BiFunction<Role, Kind, Map<Action, Reach>> reaches) {
        Map<Role, RoleRights> named = new EnumMap<>(Role.class);
        roles.forEach((role, rights) -> {
            Map<Kind, Map<Action, Reach>> all = new EnumMap<>(Kind.class);
            kinds.forEach(kind -> all.put(kind, reaches.apply(role, kind)));
            all.putAll(rights.reaches());
            named.put(role, new RoleRights(all, rights.classes(), rights.exportRowsADay()));
        });
        return new RightsTable(named);
    }

    /**
     * @param json nested maps, as a reader of JSON or YAML makes them
     * @throws Invalid if it names what does not exist, or says what makes no sense
     */
    public static RightsTable of(Map<?, ?> json) {
        Map<Role, RoleRights> roles = new EnumMap<>(Role.class);
        json.forEach((code, rights) -> {
            Role role = Role.of(String.valueOf(code)).filter(found -> found.code().equals(code))
                    .orElseThrow(() -> new Invalid(String.valueOf(code), "no such role"));
            roles.put(role, role(role.code(), object(role.code(), rights)));
        });
        return new RightsTable(roles);
    }

    /** What {@link #of(Map)} reads the same table of. */
    public Map<String, Object> asMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (roles.containsKey(role)) {
                json.put(role.code(), asMap(roles.get(role)));
            }
        }
        return json;
    }

    private static RoleRights role(String at, Map<?, ?> json) {
        only(at, json, Set.of(KINDS, CLASSES, EXPORT_ROWS));
        Map<Kind, Map<Action, Reach>> reaches = new EnumMap<>(Kind.class);
        object(at + '.' + KINDS, json.get(KINDS)).forEach((code, actions) -> {
            String place = at + '.' + KINDS + '.' + code;
            Kind kind = Kind.of(String.valueOf(code)).orElseThrow(() -> new Invalid(place, "no such kind"));
            Map<Action, Reach> of = new EnumMap<>(Action.class);
            object(place, actions).forEach((name, reach) -> of.put(
                    Action.of(String.valueOf(name)).orElseThrow(() -> new Invalid(place + '.' + name, "no such action")),
                    reach(place + '.' + name, reach)));
            reaches.put(kind, Map.copyOf(of));
        });
        Map<FieldClass, ClassReach> classes = new EnumMap<>(FieldClass.class);
        object(at + '.' + CLASSES, json.get(CLASSES)).forEach((code, reach) -> {
            String place = at + '.' + CLASSES + '.' + code;
            FieldClass one = FieldClass.of(String.valueOf(code))
                    .orElseThrow(() -> new Invalid(place, "no such class of fields"));
            classes.put(one, classReach(place, one, object(place, reach)));
        });
        return new RoleRights(reaches, classes, rows(at + '.' + EXPORT_ROWS, json.get(EXPORT_ROWS)));
    }

    private static ClassReach classReach(String at, FieldClass fields, Map<?, ?> json) {
        only(at, json, Set.of(FULL, MASKED, SCOPE));
        Reach masked = json.get(MASKED) == null ? Reach.NONE : reach(at + '.' + MASKED, json.get(MASKED));
        if (masked != Reach.NONE && !fields.canBeMasked()) {
            throw new Invalid(at + '.' + MASKED, "these fields cannot be masked");
        }
        Object scope = json.get(SCOPE);
        return new ClassReach(json.get(FULL) == null ? Reach.NONE : reach(at + '.' + FULL, json.get(FULL)), masked,
                scope == null ? null : Arrays.stream(Scope.values()).filter(known -> known.code().equals(scope))
                        .findFirst().orElseThrow(() -> new Invalid(at + '.' + SCOPE, "no such scope")));
    }

    private static Reach reach(String at, Object code) {
        return Reach.of(String.valueOf(code)).orElseThrow(() -> new Invalid(at, "no such reach"));
    }

    private static Integer rows(String at, Object rows) {
        if (rows != null && !(rows instanceof Integer number && number >= 0)) {
            throw new Invalid(at, "not a whole number from 0");
        }
        return (Integer) rows;
    }

    private static Map<?, ?> object(String at, Object json) {
        if (json != null && !(json instanceof Map)) {
            throw new Invalid(at, "not an object");
        }
        return json == null ? Map.of() : (Map<?, ?>) json;
    }

    private static void only(String at, Map<?, ?> json, Set<String> known) {
        json.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Invalid(at + '.' + name, "not known here");
        });
    }

    private static Map<String, Object> asMap(RoleRights role) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (!role.reaches().containsKey(kind)) {
                continue;
            }
            Map<String, Object> actions = new LinkedHashMap<>();
            for (Action action : Action.values()) {
                if (role.reach(kind, action) != Reach.NONE) {
                    actions.put(action.name().toLowerCase(Locale.ROOT), role.reach(kind, action).code());
                }
            }
            kinds.put(kind.code(), actions);
        }
        Map<String, Object> classes = new LinkedHashMap<>();
        role.classes().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> classes.put(entry.getKey().code(), asMap(entry.getValue())));
        Map<String, Object> json = new LinkedHashMap<>(Map.of(KINDS, kinds, CLASSES, classes));
        if (role.exportRowsADay() != null) {
            json.put(EXPORT_ROWS, role.exportRowsADay());
        }
        return json;
    }

    private static Map<String, Object> asMap(ClassReach reach) {
        Map<String, Object> json = new LinkedHashMap<>(Map.of(FULL, reach.full().code(), MASKED, reach.masked().code()));
        if (reach.scope() != null) {
            json.put(SCOPE, reach.scope().code());
        }
        return json;
    }
}
