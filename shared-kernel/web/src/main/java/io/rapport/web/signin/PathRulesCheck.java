package io.rapport.web.signin;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Applies the {@link PathRules} and says why a signed-in caller is turned away. */
final class PathRulesCheck implements AuthorizationManager<RequestAuthorizationContext>, AccessDeniedHandler {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final PathRules rules;
    private final Problems problems;

    PathRulesCheck(PathRules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        PathRules.Rule rule = rules.find(context.getRequest().getMethod(), pathOf(context.getRequest()));
        return new AuthorizationDecision(rule != null && rule.isMetBy(CallerToken.of(who.get())));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(reason(request), request, response);
    }

    private ProblemException reason(HttpServletRequest request) {
        PathRules.Rule rule = rules.find(request.getMethod(), pathOf(request));
        Caller caller = CallerToken.current();
        if (rule != null && caller != null && rule.hasScope(caller)) {
            // The guard may let him pass by now: whoever was turned away asks again.
            return rule.guard().refusal(caller).orElseGet(() -> ProblemException.unavailable(RETRY, "unavailable"));
        }
        if (rule != null) {
            String scopes = rule.anyOf().stream().map(Scope::code).sorted().collect(Collectors.joining(", "));
            return ProblemException.of(HttpStatus.FORBIDDEN, "scope-missing", scopes);
        }
        Set<String> methods = rules.methods(pathOf(request));
        return methods.isEmpty()
                ? ProblemException.of(HttpStatus.NOT_FOUND, "unknown-path")
                : ProblemException.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed")
                        .header(HttpHeaders.ALLOW, String.join(", ", methods));
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI());
    }
}
