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
 */
public record UserDefinition(String name, String displayName, List<String> roles, String team, boolean active) {

    public UserDefinition {
        roles = roles == null ? List.of() : roles.stream().distinct().sorted().toList();
    }

    boolean administers() {
        return active && roles.contains(Role.ADMINISTRATOR.code());
    }
}
