package io.rapport.customer;

import io.rapport.customer.history.CustomerRegistered_0_to_1;
import io.rapport.testing.Servers;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.RapportClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;
import java.util.UUID;

/** The whole service on real servers. All test classes that extend this share one context; each uses its own records. */
@Import(CustomerRegistered_0_to_1.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
public abstract class RunningCustomerService {

    protected static final String TOPIC = "crm.customer.v1." + UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        Servers.Database database = Servers.postgres("customer_" + UUID.randomUUID().toString().replace("-", ""));
        settings.add("spring.datasource.url", database::jdbcUrl);
        settings.add("spring.datasource.username", database::user);
        settings.add("spring.datasource.password", database::password);
        settings.add("rapport.kafka.bootstrap-servers", Servers::kafka);
        settings.add("rapport.topic", () -> TOPIC);
        settings.add("rapport.identity.issuer", Tokens::issuer);
        settings.add("rapport.identity.jwk-set-uri", Tokens::jwkSetUri);
    }

    /** @param token null for nobody */
    protected RapportClient as(String token) {
        return RapportClient.withToken(URI.create("http://127.0.0.1:" + port), token);
    }
}
