package io.rapport.rights;

import java.util.Arrays;
import java.util.Optional;

/** Fields that are treated alike. What is in no class is a fact: whoever reads a record reads its facts. */
public enum FieldClass {

    /** How to reach a person or a company: telephone, e-mail, address. The only class that can be shown masked. */
    CONTACT_DATA("contactData"),

    /** Amounts, revenue, budget. */
    MONEY("money"),

    /** What somebody wrote in his own words: notes, what an interaction was about. */
    TEXT("text");

    private final String code;

    FieldClass(String code) {
        this.code = code;
    }

    /** Name in the table. */
    public String code() {
        return code;
    }

    public boolean canBeMasked() {
        return this == CONTACT_DATA;
    }

    public static Optional<FieldClass> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
