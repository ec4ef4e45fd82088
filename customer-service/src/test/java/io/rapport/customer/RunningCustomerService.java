package io.rapport.customer;

import io.rapport.customer.history.customers.CustomerRegistered_0_to_1;
import io.rapport.testing.CommandServiceSettings;
import io.rapport.testing.http.RapportClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;

/** The whole service on real servers. All test classes that extend this share one context. */
@Import(CustomerRegistered_0_to_1.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningCustomerService {

    private static final ListingService LISTING = new ListingService();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        CommandServiceSettings.register("customer", settings);
        settings.add("rapport.services.reporting", LISTING::address);
    }

    /** What the service asks for lists. */
    protected static ListingService listing() {
        return LISTING;
    }

    /** @param token null for nobody */
    protected RapportClient as(String token) {
        return RapportClient.withToken(URI.create("http://127.0.0.1:" + port), token);
    }
}
