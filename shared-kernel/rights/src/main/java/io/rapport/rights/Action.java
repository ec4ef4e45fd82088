package io.rapport.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does to records. */
public enum Action {

    /** Knows that there is such a record, and its facts; {@link FieldClass} says what else of it. */
    READ,

    /** Enters, changes, archives, restores, merges. */
    WRITE,

    /** Gives records to others: whoever may is also responsible for those that nobody owns. */
    ASSIGN,

    /** Takes lists away as files. */
    EXPORT,

    /** Says that what somebody else entered counts. */
    APPROVE;

    /** Name in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> of(String code) {
        return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
    }
}
