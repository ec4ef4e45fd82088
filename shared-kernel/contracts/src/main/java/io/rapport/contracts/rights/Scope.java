package io.rapport.contracts.rights;

/** What a token allows: the {@code scope} claim of OAuth 2.0 holds these codes, separated by spaces. */
public enum Scope {

    CUSTOMERS_READ("customers:read"),
    CUSTOMERS_WRITE("customers:write"),
    CONTACTS_READ("contacts:read"),
    CONTACTS_WRITE("contacts:write"),
    INTERACTIONS_READ("interactions:read"),
    INTERACTIONS_WRITE("interactions:write"),

    /** Of a program: it sees telephone numbers, e-mail and postal addresses. */
    CONTACT_DATA("contact-data"),

    /** Of a program: it sees amounts. */
    MONEY("money"),

    ADMIN("admin");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Name of the authority that a service checks for. */
    public String authority() {
        return "SCOPE_" + code;
    }
}
