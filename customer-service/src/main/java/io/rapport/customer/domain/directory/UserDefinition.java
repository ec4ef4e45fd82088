package io.rapport.customer.domain.directory;

import io.rapport.contracts.rights.Role;

import java.util.List;

/**
 * A user 用户 as the platform knows him.
 *
 * @param name        as tokens name him
 * @param displayName what people call him
 * @param roles       codes of {@link Role}, sorted
 * @param team        path of his team such as {@code /east/shanghai}; null for one who is in none
 * @param active      false when he may do nothing any more; what he owns stays his until it is given to another
 * @param ownerFilter of whose records alone his rights are: names of users, and paths of teams for all in them and
 *                    below them, sorted; null for no such limit
 */
public record UserDefinition(String name, String displayName, List<String> roles, String team, boolean active,
                             List<String> ownerFilter) {

    public UserDefinition {
        roles = roles == null ? List.of() : roles.stream().distinct().sorted().toList();
        ownerFilter = ownerFilter == null || ownerFilter.isEmpty() ? null
                : ownerFilter.stream().distinct().sorted().toList();
    }

    /** A user whose rights are not limited to the records of some owners. */
    public UserDefinition(String name, String displayName, List<String> roles, String team, boolean active) {
        this(name, displayName, roles, team, active, null);
    }

    boolean administers() {
        return active && roles.contains(Role.ADMINISTRATOR.code());
    }
}
