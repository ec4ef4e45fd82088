package io.rapport.customer.application.trail;

import io.rapport.topics.TopicFollower;
import io.rapport.trail.TrailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the trail be kept as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class TrailKeeping {

    @Bean
    TopicFollower trailFollower(TrailKeeper keeper, TrailProperties properties) {
        return new TopicFollower(new TopicFollower.Source(properties.kafka().bootstrapServers(),
                properties.topics().trail(), "trail-keeper"), keeper);
    }
}
