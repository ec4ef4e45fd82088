package io.rapport.reporting.search;

import io.rapport.reporting.intake.SearchIndex;
import io.rapport.reporting.merges.CustomerReferences;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.testing.Servers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import java.util.Set;
import java.util.UUID;

/** The search package alone on a real Elasticsearch, with indexes of its own. */
public final class SearchFixture implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    public SearchFixture() {
        this(Servers.elasticsearch());
    }

    public SearchFixture(String elasticsearch) {
        context = new SpringApplicationBuilder(Search.class, JacksonAutoConfiguration.class, strictJson())
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context)
                        // No customer is merged with another here.
                        .registerBean(CustomerReferences.class, () -> Set::copyOf))
                .properties("spring.config.location=optional:none")
                .run("--rapport.elasticsearch.uri=" + elasticsearch,
                        "--rapport.elasticsearch.index-prefix=test-" + UUID.randomUUID() + "-");
    }

    public SearchIndex index() {
        return context.getBean(SearchIndex.class);
    }

    public RecordLists lists() {
        return context.getBean(RecordLists.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Class<?> strictJson() {
        try {
            return Class.forName("io.rapport.web.json.JsonAutoConfiguration");
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException(moved);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackages = {"io.rapport.reporting.search.index", "io.rapport.reporting.search.query"})
    @ConfigurationPropertiesScan("io.rapport.reporting.search")
    static class Search {
    }
}
