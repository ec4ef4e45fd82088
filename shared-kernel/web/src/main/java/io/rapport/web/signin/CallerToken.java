package io.rapport.web.signin;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A checked token together with the caller it speaks of. */
final class CallerToken extends JwtAuthenticationToken {

    private final transient Caller caller;

    private CallerToken(Jwt jwt, Caller caller, Collection<? extends GrantedAuthority> authorities) {
        super(jwt, authorities, caller.name());
        this.caller = caller;
    }

    static CallerToken of(Jwt jwt) {
        Caller caller = new Caller(Optional.ofNullable(jwt.getSubject()).orElse(""), roles(jwt),
                jwt.getClaimAsString("team"), scopes(jwt));
        return new CallerToken(jwt, caller, caller.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority(scope.authority())).toList());
    }

    /** Who sent the request that this thread works on; null when nobody signed in. */
    static Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Caller of(Authentication authentication) {
        return authentication instanceof CallerToken token && token.isAuthenticated() ? token.caller : null;
    }

    private static Set<Role> roles(Jwt jwt) {
        List<String> codes = Optional.ofNullable(jwt.getClaimAsStringList("roles")).orElse(List.of());
        return codes.stream().flatMap(code -> Role.of(code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Scope> scopes(Jwt jwt) {
        Object claim = jwt.getClaims().get("scope");
        Collection<String> codes = claim instanceof Collection<?> list ? list.stream().map(String::valueOf).toList()
                : Arrays.asList(Optional.ofNullable((String) claim).orElse("").split(" "));
        return Arrays.stream(Scope.values()).filter(scope -> codes.contains(scope.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
