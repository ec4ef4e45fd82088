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
    private static final String VALUE_LISTS = "/api/value-lists/**";
    private static final String CUSTOM_FIELDS = "/api/custom-fields/**";
    /** Whoever may read anything reads what its fields may hold. */
    private static final Scope[] ANY_READER = {Scope.CUSTOMERS_READ, Scope.CONTACTS_READ, Scope.INTERACTIONS_READ};
    private static final String VIEWS = "/api/views/**";
    private static final String SEGMENTS = "/api/segments/**";
    private static final String ORDERS = "/api/orders/**";
    private static final String OPPORTUNITIES = "/api/opportunities/**";
    private static final String LOYALTY_RULES = "/api/loyalty-rules/**";
    private static final String PIPELINES = "/api/pipelines/**";
    private static final String DIRECTORY = "/api/directory/**";
    private static final String EXCHANGE_RATES = "/api/exchange-rates/**";

    @Bean
    PathRules pathRules() {
        return PathRules.none()
                .allow(HttpMethod.POST, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PUT, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PATCH, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.DELETE, CUSTOMERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.GET, "/api/review-rules/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.PUT, "/api/review-rules/**", Scope.ADMIN)
                .allow(HttpMethod.GET, "/internal/records/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.GET, VALUE_LISTS, ANY_READER)
                .allow(HttpMethod.PUT, VALUE_LISTS, Scope.ADMIN)
                .allow(HttpMethod.GET, CUSTOM_FIELDS, ANY_READER)
                .allow(HttpMethod.PUT, CUSTOM_FIELDS, Scope.ADMIN)
                .allow(HttpMethod.DELETE, CUSTOM_FIELDS, Scope.ADMIN)
                .allow(HttpMethod.POST, ORDERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PUT, ORDERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PATCH, ORDERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.DELETE, ORDERS, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.POST, OPPORTUNITIES, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PUT, OPPORTUNITIES, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PATCH, OPPORTUNITIES, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.DELETE, OPPORTUNITIES, Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.GET, "/api/customers/*/loyalty", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.GET, LOYALTY_RULES, ANY_READER)
                .allow(HttpMethod.PUT, LOYALTY_RULES, Scope.ADMIN)
                .allow(HttpMethod.DELETE, LOYALTY_RULES, Scope.ADMIN)
                .allow(HttpMethod.GET, PIPELINES, ANY_READER)
                .allow(HttpMethod.PUT, PIPELINES, Scope.ADMIN)
                .allow(HttpMethod.GET, EXCHANGE_RATES, ANY_READER)
                .allow(HttpMethod.PUT, EXCHANGE_RATES, Scope.ADMIN)
                .allow(HttpMethod.DELETE, EXCHANGE_RATES, Scope.ADMIN)
                .allow(HttpMethod.GET, DIRECTORY, ANY_READER)
                .allow(HttpMethod.PUT, DIRECTORY, Scope.ADMIN)
                .allow(HttpMethod.DELETE, DIRECTORY, Scope.ADMIN)
                // Whoever may read lists keeps views and segments of his own; sharing them is decided behind.
                .allow(HttpMethod.GET, VIEWS, ANY_READER)
                .allow(HttpMethod.POST, VIEWS, ANY_READER)
                .allow(HttpMethod.PUT, VIEWS, ANY_READER)
                .allow(HttpMethod.PATCH, VIEWS, ANY_READER)
                .allow(HttpMethod.DELETE, VIEWS, ANY_READER)
                .allow(HttpMethod.GET, SEGMENTS, ANY_READER)
                .allow(HttpMethod.POST, SEGMENTS, ANY_READER)
                .allow(HttpMethod.PUT, SEGMENTS, ANY_READER)
                .allow(HttpMethod.PATCH, SEGMENTS, ANY_READER)
                .allow(HttpMethod.DELETE, SEGMENTS, ANY_READER)
                // A job is visible to who asked for it; the jobs themselves see to that.
                .allowSignedIn("/api/jobs/**");
    }
}
