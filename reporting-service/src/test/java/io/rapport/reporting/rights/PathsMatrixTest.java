package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.rights.DeclaredPath;
import io.rapport.rights.DeclaredRights;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever path there is, also one that is added tomorrow: it tells no value that its caller does not see. */
class PathsMatrixTest extends MatrixTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyPathIsDeclared() {
        assertThat(DeclaredRights.get().paths().stream().filter(path -> path.service().equals("reporting-service"))
                .map(DeclaredPath::pattern).collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(paths());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPathKeepsEverySecret(Role role) {
        List<Expected> lines = lines(role);
        for (String path : paths()) {
            Set<String> asked = new TreeSet<>();
            for (Expected line : lines) {
                family(line).ids().forEach((kind, id) -> {
                    if (!path.contains("{") || path.startsWith("/api/" + MatrixRecords.plural(kind) + "/")
                            || path.startsWith("/api/admin") || path.startsWith("/api/segments")) {
                        asked.add(path.replaceAll("\\{[^}]*}", id));
                    }
                });
            }
            for (String one : asked) {
                String full = one.endsWith("/facets") ? one + "?fields=owner,createdBy" : one;
                Answer answer = as(role, full + (full.contains("?") ? "" : "?size=100"));
                Answer plain = answer.status() == 400 ? as(role, full) : answer;
                lines.forEach(line -> checkSecrets(line, plain));
            }
        }
    }

    /** Every path of the service that is mapped. */
    private Set<String> paths() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()).filter(path -> path.startsWith("/api"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
