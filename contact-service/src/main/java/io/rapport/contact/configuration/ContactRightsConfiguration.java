package io.rapport.contact.configuration;

import io.rapport.contracts.rights.Scope;
import io.rapport.web.signin.PathRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What each path asks of a token. */
@Configuration(proxyBeanMethods = false)
class ContactRightsConfiguration {

    private static final String CONTACTS = "/api/contacts/**";

    @Bean
    PathRules pathRules() {
        return PathRules.none()
                .allow(HttpMethod.POST, CONTACTS, Scope.CONTACTS_WRITE)
                .allow(HttpMethod.PUT, CONTACTS, Scope.CONTACTS_WRITE)
                .allow(HttpMethod.PATCH, CONTACTS, Scope.CONTACTS_WRITE)
                .allow(HttpMethod.DELETE, CONTACTS, Scope.CONTACTS_WRITE)
                .allow(HttpMethod.GET, "/internal/records/**", Scope.CONTACTS_READ);
    }
}
