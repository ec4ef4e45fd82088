package io.rapport.customer.api.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.directory.UserDefinition;

import java.util.List;

/**
 * A user as an administrator writes him.
 *
 * @param name   may be left out; the path says it
 * @param team   null or blank: in no team
 * @param active null: yes
 * @param ownerFilter null or empty: none
 */
record UserRequest(String name, String displayName, List<String> roles, String team, Boolean active,
                   List<String> ownerFilter) {

    /** @throws Refusal INVALID when the body names another user than the path */
    UserDefinition definition(String pathName) {
        if (name != null && !name.equals(pathName)) {
            throw Refusal.of(Refusal.Kind.INVALID, "name", "key-fixed");
        }
        if (roles != null && roles.contains(null)) {
            throw Refusal.of(Refusal.Kind.INVALID, "roles", "required");
        }
        if (ownerFilter != null && ownerFilter.contains(null)) {
            throw Refusal.of(Refusal.Kind.INVALID, "ownerFilter", "required");
        }
        return new UserDefinition(pathName, displayName == null ? null : displayName.strip(), roles,
                team == null || team.isBlank() ? null : team.strip(), active == null || active,
                ownerFilter);
    }
}
