package io.rapport.testing;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What a command service needs to run in a test: a database and topics of its own, and an identity provider. */
public final class CommandServiceSettings {

    private CommandServiceSettings() {
    }

    /**
     * @param kind kind of the service's records, for example {@code customer}
     */
    public static void register(String kind, DynamicPropertyRegistry settings) {
        String run = UUID.randomUUID().toString().replace("-", "");
        Servers.Database database = Servers.postgres(kind + "_" + run);
        settings.add("spring.datasource.url", database::jdbcUrl);
        settings.add("spring.datasource.username", database::user);
        settings.add("spring.datasource.password", database::password);
        settings.add("rapport.kafka.bootstrap-servers", Servers::kafka);
        settings.add("rapport.topic", () -> "crm." + kind + ".v1." + run);
        settings.add("rapport.topics.directory", () -> "crm.directory.v1." + run);
        settings.add("rapport.topics.customer", () -> "crm.customer.v1." + run);
        settings.add("rapport.topics.contact", () -> "crm.contact.v1." + run);
        settings.add("rapport.topics.trail", () -> "crm.trail.v1." + run);
        settings.add("rapport.identity.issuer", Tokens::issuer);
        settings.add("rapport.identity.jwk-set-uri", Tokens::jwkSetUri);
        settings.add("management.server.port", () -> 0);
    }
}
