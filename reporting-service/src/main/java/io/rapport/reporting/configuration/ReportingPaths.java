package io.rapport.reporting.configuration;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.signin.PathRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What each path of this service asks of a token. */
@Configuration(proxyBeanMethods = false)
class ReportingPaths {

    @Bean
    PathRules reportingPathRules() {
        return PathRules.none()
                .allow(HttpMethod.GET, "/api/customers/**", Scope.CUSTOMERS_READ)
                // Asks and changes nothing: what a customer is compared by has no place in an address.
                .allow(HttpMethod.POST, "/api/customers/duplicates/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.GET, "/api/opportunities/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.GET, "/api/orders/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.GET, "/api/contacts/**", Scope.CONTACTS_READ)
                .allow(HttpMethod.GET, "/api/interactions/**", Scope.INTERACTIONS_READ)
                .allow(HttpMethod.GET, "/api/segments/*/members", Scope.CUSTOMERS_READ, Scope.CONTACTS_READ,
                        Scope.INTERACTIONS_READ)
                .allow(HttpMethod.GET, "/api/admin/**", Scope.ADMIN)
                .allow(HttpMethod.POST, "/api/admin/**", Scope.ADMIN);
    }
}
