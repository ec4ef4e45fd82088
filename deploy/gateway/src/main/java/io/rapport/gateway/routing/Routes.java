package io.rapport.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.method;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import java.net.URI;
import java.util.Arrays;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service answers what: the owner of a record takes its changes, reporting answers every question. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final RequestPredicate READ = method(HttpMethod.GET, HttpMethod.HEAD);
    private static final RequestPredicate WRITE =
            method(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final RequestPredicate ANY = READ.or(WRITE);
    /** Questions about customers that are too long for an address. */
    private static final RequestPredicate DUPLICATES = path("/api/customers/duplicates/**");

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(ServiceAddresses services) {
        return route("customer-service", services.customer(),
                changesOf("customers").and(DUPLICATES.negate()).or(jobsOf("customer")).or(READ.and(path("/api/jobs")))
                        .or(changesOf("orders")).or(jobsOf("order"))
                        .or(changesOf("opportunities")).or(jobsOf("opportunity"))
                        .or(READ.and(path("/api/customers/*/loyalty")))
                        .or(settings("loyalty-rules"))
                        .or(settings("value-lists", "custom-fields", "pipelines", "exchange-rates",
                                "review-rules", "views", "directory", "rights"))
                        .or(READ.and(path("/api/admin/trail")))
                        // Who belongs to a segment is a question.
                        .or(ANY.and(path("/api/segments", "/api/segments/*"))))
                .and(route("contact-service", services.contact(), changesOf("contacts").or(jobsOf("contact"))))
                .and(route("interaction-service", services.interaction(),
                        changesOf("interactions").or(jobsOf("interaction")).or(changesOf("tasks"))
                                .or(ANY.and(path("/api/calendar/**", "/api/notifications/**")))))
                .and(route("reporting-service", services.reporting(),
                        READ.and(path("/api/customers/**", "/api/contacts/**", "/api/interactions/**",
                                "/api/opportunities/**", "/api/orders/**", "/api/tasks/**",
                                "/api/segments/*/members", "/api/me"))
                                .or(WRITE.and(DUPLICATES)).or(ANY.and(path("/api/admin/**"))).or(jobsOf("reporting"))));
    }

    private static RequestPredicate changesOf(String collection) {
        return WRITE.and(path("/api/" + collection + "/**"));
    }

    /** What administrators settle is read where it is written: it is there the moment the write is answered. */
    private static RequestPredicate settings(String... collections) {
        return ANY.and(path(Arrays.stream(collections).map(name -> "/api/" + name + "/**").toArray(String[]::new)));
    }

    /** The id of a job begins with the kind of record it works on. */
    private static RequestPredicate jobsOf(String kind) {
        return ANY.and(path("/api/jobs/" + kind + "-*/**"));
    }

    private static RouterFunction<ServerResponse> route(String service, URI address, RequestPredicate requests) {
        return GatewayRouterFunctions.route(service)
                .route(requests, http())
                .before(BeforeFilterFunctions.uri(address))
                .filter(new ServiceCall(service))
                .build();
    }
}
