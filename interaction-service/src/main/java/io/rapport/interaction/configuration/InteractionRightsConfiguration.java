package io.rapport.interaction.configuration;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.signin.PathRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What each path asks of a token. */
@Configuration(proxyBeanMethods = false)
class InteractionRightsConfiguration {

    private static final String INTERACTIONS = "/api/interactions/**";

    @Bean
    PathRules pathRules() {
        return PathRules.none()
                .allow(HttpMethod.POST, INTERACTIONS, Scope.INTERACTIONS_WRITE)
                .allow(HttpMethod.PUT, INTERACTIONS, Scope.INTERACTIONS_WRITE)
                .allow(HttpMethod.PATCH, INTERACTIONS, Scope.INTERACTIONS_WRITE)
                .allow(HttpMethod.DELETE, INTERACTIONS, Scope.INTERACTIONS_WRITE)
                .allow(HttpMethod.GET, "/internal/records/**", Scope.INTERACTIONS_READ);
    }
}
