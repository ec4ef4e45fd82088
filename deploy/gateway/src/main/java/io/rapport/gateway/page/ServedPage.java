package io.rapport.gateway.page;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web page from {@code page/} on the class path. What lies in {@code assets/} carries a digest of its
 * content in its name and is kept by browsers for ever; everything else is asked for again each time, which a matching
 * {@code ETag} makes cheap. Files that lie there compressed too ({@code .br}, {@code .gz}) go out so to whoever takes it.
 */
@Configuration(proxyBeanMethods = false)
class ServedPage implements WebMvcConfigurer {

    private static final String FILES = "classpath:/page/";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Bean
    FilterRegistrationBean<FirstVisit> firstVisit(@Value("${server.servlet.session.cookie.name}") String sessionCookie) {
        return new FilterRegistrationBean<>(new FirstVisit(sessionCookie));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        ContentTag tag = new ContentTag();
        registry.addResourceHandler("/assets/**").addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .setUseLastModified(false)
                .resourceChain(true).addResolver(new BrotliFirst()).addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/**").addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false).setEtagGenerator(tag::of)
                // Addresses of the page are without number: none is remembered.
                .resourceChain(false).addResolver(new BrotliFirst()).addResolver(new EncodedResourceResolver())
                .addResolver(new PageResolver());
    }
}
