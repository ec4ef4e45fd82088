package io.rapport.customfields;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a custom field holds. */
public enum CustomFieldType {

    /** Text of any lines. */
    TEXT("text"),

    /** A number of at most 15 digits. */
    NUMBER("number"),

    /** A day. */
    DATE("date"),

    /** Yes or no. */
    BOOLEAN("boolean"),

    /** One of the field's options. */
    CHOICE("choice"),

    /** Any of the field's options. */
    CHOICES("choices"),

    /** Address of a website. */
    LINK("link");

    private final String code;

    CustomFieldType(String code) {
        this.code = code;
    }

    /** As in definitions: {@code number}. */
    public String code() {
        return code;
    }

    public boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether values are kept as plain text: then another type of this sort may take them over as they are. */
    public boolean isText() {
        return this == TEXT || this == DATE || this == CHOICE || this == LINK;
    }

    public static Optional<CustomFieldType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(CustomFieldType::code).collect(Collectors.joining(", "));
    }
}
