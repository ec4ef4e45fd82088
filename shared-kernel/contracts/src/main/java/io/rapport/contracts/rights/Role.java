package io.rapport.contracts.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import static io.rapport.contracts.rights.Scope.CONTACTS_READ;
import static io.rapport.contracts.rights.Scope.CONTACTS_WRITE;
import static io.rapport.contracts.rights.Scope.CONTACT_DATA;
import static io.rapport.contracts.rights.Scope.CUSTOMERS_READ;
import static io.rapport.contracts.rights.Scope.CUSTOMERS_WRITE;
import static io.rapport.contracts.rights.Scope.INTERACTIONS_READ;
import static io.rapport.contracts.rights.Scope.INTERACTIONS_WRITE;
import static io.rapport.contracts.rights.Scope.MONEY;

/** What a person or program is in the organisation, and the scopes that come with it. */
public enum Role {

    ADMINISTRATOR("administrator", Set.of(Scope.values())),
    MANAGER("manager", Set.of(CUSTOMERS_READ, CUSTOMERS_WRITE, CONTACTS_READ, CONTACTS_WRITE, INTERACTIONS_READ, INTERACTIONS_WRITE)),
    REP("rep", MANAGER.scopes),
    SERVICE("service", Set.of(CUSTOMERS_READ, CONTACTS_READ, INTERACTIONS_READ, INTERACTIONS_WRITE)),
    MARKETER("marketer", Set.of(CUSTOMERS_READ, CONTACTS_READ, INTERACTIONS_READ)),
    ANALYST("analyst", Set.of(CUSTOMERS_READ, CONTACTS_READ, INTERACTIONS_READ)),
    INTEGRATION("integration", Set.of(CUSTOMERS_READ, CUSTOMERS_WRITE, CONTACTS_READ, CONTACTS_WRITE, INTERACTIONS_READ,
            INTERACTIONS_WRITE, CONTACT_DATA, MONEY));

    private final String code;
    private final Set<Scope> scopes;

    Role(String code, Set<Scope> scopes) {
        this.code = code;
        this.scopes = scopes;
    }

    /** Name of the role in the {@code roles} claim of a token. */
    public String code() {
        return code;
    }

    /** What a token of this role may carry at most. */
    public Set<Scope> scopes() {
        return scopes;
    }

    public static Optional<Role> of(String code) {
        String wanted = code.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.code.equals(wanted)).findFirst();
    }
}
