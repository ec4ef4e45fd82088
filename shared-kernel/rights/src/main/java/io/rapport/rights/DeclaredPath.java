package io.rapport.rights;

import io.rapport.contracts.rights.Scope;

import java.util.Set;

/**
 * One HTTP path of a service and what it asks of its caller.
 *
 * @param service name of the service that answers it, such as {@code reporting-service}
 * @param method  {@code GET}, {@code POST}, …
 * @param pattern Spring path pattern
 * @param kind    what it is about; null where signing in is enough
 * @param action  null where signing in is enough
 * @param scopes  of which the token has to carry one; empty where signing in is enough
 * @param anyone  whether not even signing in is needed: the path itself is the secret
 */
public record DeclaredPath(String service, String method, String pattern, Kind kind, Action action,
        Set<Scope> scopes, boolean anyone) {

    public DeclaredPath {
        scopes = Set.copyOf(scopes);
    }
}
