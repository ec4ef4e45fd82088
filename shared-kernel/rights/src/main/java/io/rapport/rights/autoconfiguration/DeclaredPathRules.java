package io.rapport.rights.autoconfiguration;

import io.rapport.rights.DeclaredPath;
import io.rapport.rights.DeclaredRights;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.Caller;
import io.rapport.web.signin.PathRules;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the path rules of a service from the declared table. */
final class DeclaredPathRules {

    private final CallerRights rights;

    DeclaredPathRules(CallerRights rights) {
        this.rights = rights;
    }

    /**
     * @throws IllegalStateException if no path of the service is declared
     */
    PathRules of(String service) {
        List<DeclaredPath> declared = DeclaredRights.get().paths().stream()
                .filter(path -> path.service().equals(service))
                // The first rule that matches decides: what is said of one path before what is said of many.
                .sorted(Comparator.comparing(DeclaredPathRules::pattern)).toList();
        if (declared.isEmpty()) {
            throw new IllegalStateException("rights.yaml declares no path of " + service);
        }
        PathRules rules = PathRules.none();
        for (DeclaredPath path : declared) {
            HttpMethod method = HttpMethod.valueOf(path.method());
            rules = path.anyone() ? rules.allowAnyone(method, path.pattern())
                    : rules.allow(method, path.pattern(), caller -> refusal(path, caller), path.scopes());
        }
        return rules;
    }

    private static PathPattern pattern(DeclaredPath path) {
        return PathPatternParser.defaultInstance.parse(path.pattern());
    }

    private Optional<ProblemException> refusal(DeclaredPath path, Caller caller) {
        try {
            return path.kind() == null || rights.of(caller).may(path.kind(), path.action()) ? Optional.empty()
                    : Optional.of(ProblemException.of(HttpStatus.FORBIDDEN, "rights-missing"));
        } catch (ProblemException notNow) {
            return Optional.of(notNow);
        }
    }
}
