package io.rapport.rights.autoconfiguration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while nobody can be let in: until the directory was read once. */
final class DirectoryHealth implements HealthIndicator {

    private final DirectoryFeed feed;

    DirectoryHealth(DirectoryFeed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        return feed.known().map(known -> Health.up().withDetail("users", known.directory().users().size()))
                .orElseGet(() -> Health.outOfService().withDetail("directory", "not read yet")).build();
    }
}
