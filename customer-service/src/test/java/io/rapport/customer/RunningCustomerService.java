package io.rapport.customer;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.history.customers.CustomerRegistered_0_to_1;
import io.rapport.rights.autoconfiguration.DirectoryFeed;
import io.rapport.testing.CommandServiceSettings;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service on real servers. All test classes that extend this share one context. */
@Import(CustomerRegistered_0_to_1.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningCustomerService {

    private static final ListingService LISTING = new ListingService();

    @Value("${local.server.port}")
    private int port;
    @Autowired
    private DirectoryFeed directory;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        CommandServiceSettings.register("customer", settings);
        settings.add("rapport.services.reporting", LISTING::address);
    }

    /** What the service asks for lists. */
    protected static ListingService listing() {
        return LISTING;
    }

    /**
     * Puts somebody into the directory, with his team and those above it; returns when he has these rights.
     *
     * @param team null for none
     */
    protected void inDirectory(String name, Role role, String team) {
        if (isInDirectory(name, role, team)) {
            return;
        }
        RapportClient administrator = as(Tokens.administrator());
        for (int end = team == null ? -1 : team.indexOf('/', 1); team != null; end = team.indexOf('/', end + 1)) {
            String path = end < 0 ? team : team.substring(0, end);
            administrator.put("/api/directory/teams" + path, "{\"label\":{\"en\":\"%s\"}}".formatted(path));
            if (end < 0) {
                break;
            }
        }
        String path = "/api/directory/users/" + name;
        String user = "{\"displayName\":\"%s\",\"roles\":[\"%s\"]%s}".formatted(name, role.code(),
                team == null ? "" : ",\"team\":\"" + team + '"');
        Answer now = administrator.get(path);
        Answer written = now.status() == 404 ? administrator.put(path, user)
                : administrator.put(path, user, "If-Match", now.header("ETag").orElseThrow());
        assertThat(written.status()).as(written.toString()).isIn(201, 204);
        await().until(() -> isInDirectory(name, role, team));
    }

    private boolean isInDirectory(String name, Role role, String team) {
        return directory.known().flatMap(known -> known.directory().user(name))
                .filter(known -> known.roles().equals(Set.of(role)) && Objects.equals(known.team(), team)).isPresent();
    }

    /** @param token null for nobody */
    protected RapportClient as(String token) {
        return RapportClient.withToken(URI.create("http://127.0.0.1:" + port), token);
    }
}
