package io.rapport.rights;

import java.util.Map;

/**
 * What one role may.
 *
 * @param reaches        by kind and action; what is not named is none
 * @param classes        by class of fields; what is not named is hidden
 * @param exportRowsADay records that a user of this role may take away in a day of UTC; null for any number
 */
public record RoleRights(Map<Kind, Map<Action, Reach>> reaches, Map<FieldClass, ClassReach> classes,
        Integer exportRowsADay) {

    static final RoleRights NOTHING = new RoleRights(Map.of(), Map.of(), null);

    public RoleRights {
        reaches = Map.copyOf(reaches);
        classes = Map.copyOf(classes);
    }

    public Reach reach(Kind kind, Action action) {
        return reaches.getOrDefault(kind, Map.of()).getOrDefault(action, Reach.NONE);
    }

    public ClassReach reach(FieldClass fields) {
        return classes.getOrDefault(fields, ClassReach.HIDDEN);
    }
}
