package io.rapport.web.request;

import io.micrometer.tracing.Tracer;
import io.rapport.web.problem.Problems;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The conventions that requests follow: bounded bodies, correlation, and headers as arguments. */
@AutoConfiguration
@EnableConfigurationProperties(RequestProperties.class)
class RequestAutoConfiguration {

    /** Just inside the observation of the request, which makes the span. */
    private static final int CORRELATION_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int BEHIND_SECURITY = 0;

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        FilterRegistrationBean<CorrelationFilter> registration = new FilterRegistrationBean<>(new CorrelationFilter());
        registration.setOrder(CORRELATION_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(RequestProperties properties, Problems problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(properties, problems));
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }

    @Bean
    WebMvcConfigurer requestArguments(ObjectProvider<Tracer> tracer) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments(tracer));
            }
        };
    }
}
