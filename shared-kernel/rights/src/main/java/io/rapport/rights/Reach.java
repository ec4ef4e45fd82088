package io.rapport.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a right goes, by who owns a record; each reaches what the one before it reaches. */
public enum Reach {

    NONE,

    /** What the caller owns. */
    OWN,

    /** What a user of the caller's team owns. */
    TEAM,

    /** What a user of the caller's team, or of a team below it, owns. */
    TREE,

    ALL;

    /** Name in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reach> of(String code) {
        return Arrays.stream(values()).filter(reach -> reach.code().equals(code)).findFirst();
    }

    Reach orFurther(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
