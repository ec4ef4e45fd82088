package io.rapport.customer.api.views;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.views.Author;
import io.rapport.web.signin.Caller;

import java.util.Set;

/** Who may share what, by his role in the organisation. */
public final class Authors {

    private static final Set<Role> OF_VIEWS = Set.of(Role.ADMINISTRATOR, Role.MANAGER);
    private static final Set<Role> OF_SEGMENTS = Set.of(Role.ADMINISTRATOR, Role.MARKETER);

    private Authors() {
    }

    static Author ofView(Caller caller) {
        return author(caller, OF_VIEWS);
    }

    public static Author ofSegment(Caller caller) {
        return author(caller, OF_SEGMENTS);
    }

    private static Author author(Caller caller, Set<Role> sharing) {
        return new Author(caller.name(), caller.roles().stream().anyMatch(sharing::contains));
    }
}
