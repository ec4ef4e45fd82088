package io.rapport.contact;

import io.rapport.testing.CommandServiceSettings;
import io.rapport.testing.http.OwningCustomers;
import io.rapport.testing.http.RapportClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;

/** The whole service on real servers. All test classes that extend this share one context. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningContactService {

    private static final OwningCustomers CUSTOMERS = new OwningCustomers();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        CommandServiceSettings.register("contact", settings);
        settings.add("rapport.services.customer", CUSTOMERS::address);
    }

    /** The customers that there are. */
    protected static OwningCustomers customers() {
        return CUSTOMERS;
    }

    /** @param token null for nobody */
    protected RapportClient as(String token) {
        return RapportClient.withToken(URI.create("http://127.0.0.1:" + port), token);
    }
}
