package io.rapport.gateway.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The demo clients and the page, and no others. The library's own list in memory refuses clients that share a secret. */
final class DemoClients implements RegisteredClientRepository {

    private final Map<String, RegisteredClient> clients;

    DemoClients(PageClient page, Duration tokenLifetime) {
        clients = Stream.concat(Stream.of(page.registration(tokenLifetime)),
                        Arrays.stream(DemoClient.values()).map(client -> client.registration(tokenLifetime)))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, client -> client));
    }

    @Override
    public RegisteredClient findById(String id) {
        return clients.get(id);
    }

    /** The same: a client's id is its name. */
    @Override
    public RegisteredClient findByClientId(String clientId) {
        return clients.get(clientId);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the clients do not change");
    }
}
