package io.rapport.customer.configuration;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.signin.PathRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What each path asks of a token. */
@Configuration(proxyBeanMethods = false)
class CustomerRightsConfiguration {

    private static final String CUSTOMERS = "/api/customers/**";

    @Bean
    PathRules pathRules() {
        return PathRules.none()
                .allow(HttpMethod.POST, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PUT, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PATCH, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.DELETE, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.GET, "/internal/records/**", Scope.CUSTOMERS_READ)
                // A job is visible to who asked for it; the jobs themselves see to that.
                .allowSignedIn("/api/jobs/**");
    }
}
