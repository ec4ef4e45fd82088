package io.rapport.rights.autoconfiguration;

import io.rapport.contracts.event.Topics;
import io.rapport.rights.DeclaredRights;
import io.rapport.web.signin.PathRules;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;

/** Rights in a service: its declared paths, the directory, and what each caller may. */
@AutoConfiguration(beforeName = "io.rapport.web.signin.SignInAutoConfiguration")
@EnableConfigurationProperties(RightsAutoConfiguration.DirectoryProperties.class)
class RightsAutoConfiguration {

    /** Where the directory is read from. */
    @ConfigurationProperties("rapport")
    record DirectoryProperties(@DefaultValue Kafka kafka, @DefaultValue SharedTopics topics) {

        /** @param bootstrapServers addresses of some brokers, separated by commas */
        record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {
        }

        /** @param directory topic of the definitions of users, teams and rights */
        record SharedTopics(@DefaultValue(Topics.DIRECTORY) String directory) {
        }
    }

    @Bean
    DirectoryFeed directoryFeed(DirectoryProperties properties) {
        return new DirectoryFeed(properties.kafka().bootstrapServers(), properties.topics().directory(),
                DeclaredRights.get().table());
    }

    @Bean
    CallerRights callerRights(DirectoryFeed feed) {
        return new CallerRights(feed);
    }

    @Bean
    @ConditionalOnMissingBean
    PathRules declaredPathRules(CallerRights rights, @Value("${spring.application.name}") String service) {
        return new DeclaredPathRules(rights).of(service);
    }

    @Bean
    DeclaredPathsCheck declaredPathsCheck(@Value("${spring.application.name}") String service,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new DeclaredPathsCheck(service, mapping);
    }

    @Bean
    DirectoryHealth directoryHealthIndicator(DirectoryFeed feed) {
        return new DirectoryHealth(feed);
    }

    @Bean
    WebMvcConfigurer rightsArgument(CallerRights rights) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RightsArgument(rights));
            }
        };
    }
}
