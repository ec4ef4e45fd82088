package io.rapport.rights.autoconfiguration;

import io.rapport.rights.DeclaredRights;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses to start a service with a path that the table of rights does not declare: nobody could ever reach it. */
final class DeclaredPathsCheck implements SmartInitializingSingleton {

    private static final String ERRORS = "/error";

    private final String service;
    private final RequestMappingHandlerMapping mapping;

    DeclaredPathsCheck(String service, RequestMappingHandlerMapping mapping) {
        this.service = service;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> declared = DeclaredRights.get().paths().stream().filter(path -> path.service().equals(service))
                .map(path -> path.method() + ' ' + unnamed(path.pattern())).collect(Collectors.toSet());
        List<String> unknown = mapping.getHandlerMethods().keySet().stream().flatMap(DeclaredPathsCheck::paths)
                .filter(path -> !declared.contains(path)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("rights.yaml does not declare for " + service + ": "
                    + String.join(", ", new TreeSet<>(unknown)));
        }
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        return info.getPatternValues().stream().filter(pattern -> !pattern.equals(ERRORS))
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name() + ' ' + unnamed(pattern)));
    }

    /** Variables are called as their controller likes. */
    private static String unnamed(String pattern) {
        return pattern.replaceAll("\\{(\\*?)[^}]*}", "{$1}");
    }
}
