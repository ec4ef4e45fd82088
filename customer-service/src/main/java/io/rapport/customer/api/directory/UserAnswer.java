package io.rapport.customer.api.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.customer.domain.directory.UserDefinition;

import java.util.List;

/**
 * A user as clients read him.
 *
 * @param roles       for administrators only
 * @param ownerFilter for administrators only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserAnswer(String name, String displayName, List<String> roles, String team, boolean active,
                  List<String> ownerFilter) {

    static UserAnswer of(UserDefinition user, boolean forAdministrator) {
        return new UserAnswer(user.name(), user.displayName(), forAdministrator ? user.roles() : null, user.team(),
                user.active(), forAdministrator ? user.ownerFilter() : null);
    }
}
