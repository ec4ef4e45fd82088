package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerAddressesTest {

    private final Ports ports = Ports.configured(Map.of("RAPPORT_POSTGRESQL_PORT", "6000"));

    @Test
    void withoutSettingsEveryServerIsOurs() {
        ServerAddresses servers = new ServerAddresses(ports, Map.of("MONGODB_URI", " "));

        assertThat(servers.jdbcUrl("customer")).isEqualTo("jdbc:postgresql://127.0.0.1:6000/customer");
        assertThat(Port.values()).allMatch(servers::starts);
        assertThat(servers.signInIsOurs()).isTrue();
    }

    @Test
    void aServerThatIsNamedIsUsedAndNotStarted() {
        ServerAddresses servers = new ServerAddresses(ports, Map.of(
            "POSTGRESQL_URL", "jdbc:postgresql://db.example:5432", "POSTGRESQL_USER", "crm", "POSTGRESQL_PASSWORD", "s",
            "MONGODB_URI", "mongodb://mongo.example/rapport", "RAPPORT_IDENTITY_ISSUER", "https://id.example"));

        assertThat(servers.jdbcUrl("contact")).isEqualTo("jdbc:postgresql://db.example:5432/contact");
        assertThat(servers.databaseUser()).isEqualTo("crm");
        assertThat(servers.databasePassword()).isEqualTo("s");
        assertThat(servers.mongodb()).isEqualTo("mongodb://mongo.example/rapport");
        assertThat(servers.starts(Port.POSTGRESQL)).isFalse();
        assertThat(servers.starts(Port.MONGODB)).isFalse();
        assertThat(servers.signInIsOurs()).isFalse();
        assertThat(servers.starts(Port.KAFKA)).isTrue();
        assertThat(servers.starts(Port.GATEWAY)).isTrue();
    }
}
