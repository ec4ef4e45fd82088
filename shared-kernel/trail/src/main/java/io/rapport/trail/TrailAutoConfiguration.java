package io.rapport.trail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The trail, in every service that has this room on its class path. */
@AutoConfiguration
@EnableConfigurationProperties(TrailProperties.class)
class TrailAutoConfiguration {

    @Bean
    Trail trail(TrailProperties properties, @Value("${spring.application.name}") String service) {
        return new KafkaTrail(properties, service);
    }

    @Bean
    RefusalTrail refusalTrail(Trail trail) {
        return new RefusalTrail(trail, new RefusalBudget());
    }
}
