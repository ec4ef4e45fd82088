package io.rapport.web.signin;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import java.util.Set;

/**
 * Who sent the request, as the token says. Available to every controller method as an argument.
 *
 * @param name   user name, or the client's id where a program speaks for itself
 * @param roles  roles known to this version; others are ignored
 * @param team   path of the team such as {@code /east/shanghai}; null for roles that see everything
 * @param scopes what the token allows
 */
public record Caller(String name, Set<Role> roles, String team, Set<Scope> scopes) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
