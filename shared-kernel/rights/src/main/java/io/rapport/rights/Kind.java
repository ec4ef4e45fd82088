package io.rapport.rights;

import java.util.Arrays;
import java.util.Optional;

/** What rights are about: a kind of record, or a part of the platform that administrators and programs work with. */
public enum Kind {

    CUSTOMER("customer"),
    CONTACT("contact"),
    OPPORTUNITY("opportunity"),
    ORDER("order"),
    INTERACTION("interaction"),
    TASK("task"),
    SEGMENT("segment"),
    VIEW("view"),

    /** What administrators settle and everybody uses: value lists, custom fields, pipelines, rates and rules. */
    SETTINGS("settings"),

    /** Who the users and teams are. */
    DIRECTORY("directory"),

    /** The table of rights, the trail, dead letters, the state of read models. */
    ADMINISTRATION("administration");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** Name in the table, and for records in consistency tokens and at the front of event types. */
    public String code() {
        return code;
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
