package io.rapport.web.signin;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each path of a service asks of its caller. Every service declares one bean of this type; the first rule that
 * matches decides, and what no rule names does not exist.
 * <pre>{@code
 * PathRules.none()
 *     .allow(HttpMethod.GET, "/api/customers/**", Scope.CUSTOMERS_READ)
 *     .allow(HttpMethod.POST, "/api/customers/**", Scope.CUSTOMERS_WRITE)
 * }</pre>
 */
public final class PathRules {

    private static final Guard OPEN = caller -> Optional.empty();

    private final List<Rule> rules;

    private PathRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static PathRules none() {
        return new PathRules(List.of());
    }

    /**
     * Lets callers in whose token carries one of the scopes.
     *
     * @param pattern Spring path pattern, such as {@code /api/customers/**}
     */
    public PathRules allow(HttpMethod method, String pattern, Scope... anyOf) {
        if (anyOf.length == 0) {
            throw new IllegalArgumentException("no scope for " + method + " " + pattern);
        }
        return with(new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Need.SCOPE, Set.of(anyOf),
                OPEN));
    }

    /**
     * Lets callers in whose token carries one of the scopes and whom the guard lets pass.
     *
     * @param pattern Spring path pattern, such as {@code /api/customers/{id}}
     * @param anyOf   none for every signed-in caller
     */
    public PathRules allow(HttpMethod method, String pattern, Guard guard, Set<Scope> anyOf) {
        return with(new Rule(method, PathPatternParser.defaultInstance.parse(pattern),
                anyOf.isEmpty() ? Need.SIGN_IN : Need.SCOPE, Set.copyOf(anyOf), guard));
    }

    /** Lets every signed-in caller in, by any method; the service behind decides the rest. */
    public PathRules allowSignedIn(String pattern) {
        return with(new Rule(null, PathPatternParser.defaultInstance.parse(pattern), Need.SIGN_IN, Set.of(), OPEN));
    }

    /** Lets everybody in by any method, signed in or not. */
    public PathRules allowAnyone(String pattern) {
        return with(new Rule(null, PathPatternParser.defaultInstance.parse(pattern), Need.NOTHING, Set.of(), OPEN));
    }

    /** Lets everybody in by this method, signed in or not. */
    public PathRules allowAnyone(HttpMethod method, String pattern) {
        return with(new Rule(method, PathPatternParser.defaultInstance.parse(pattern), Need.NOTHING, Set.of(), OPEN));
    }

    /** What stands between a caller with the right scope and a path. */
    @FunctionalInterface
    public interface Guard {

        /** Why the caller may not pass; empty when he may. */
        Optional<ProblemException> refusal(Caller caller);
    }

    private PathRules with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new PathRules(more);
    }

    /** The rule that decides; null when no rule names the path and method. */
    Rule find(String method, PathContainer path) {
        for (Rule rule : rules) {
            if (rule.appliesTo(method) && rule.pattern.matches(path)) {
                return rule;
            }
        }
        return null;
    }

    /** Methods that some rule names for the path, for the {@code Allow} header; empty when the path is unknown. */
    Set<String> methods(PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.method != null && rule.pattern.matches(path))
                .map(rule -> rule.method.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    enum Need { NOTHING, SIGN_IN, SCOPE }

    record Rule(HttpMethod method, PathPattern pattern, Need need, Set<Scope> anyOf, Guard guard) {

        boolean appliesTo(String requestMethod) {
            return method == null || method.name().equals(requestMethod)
                    || method == HttpMethod.GET && HttpMethod.HEAD.name().equals(requestMethod);
        }

        boolean isMetBy(Caller caller) {
            return hasScope(caller) && (caller == null || guard.refusal(caller).isEmpty());
        }

        boolean hasScope(Caller caller) {
            return switch (need) {
                case NOTHING -> true;
                case SIGN_IN -> caller != null;
                case SCOPE -> caller != null && anyOf.stream().anyMatch(caller::may);
            };
        }
    }
}
