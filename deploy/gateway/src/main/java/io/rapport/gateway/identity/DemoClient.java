package io.rapport.gateway.identity;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Who may sign in where the platform runs on one machine: one for each role, as a program or as a person, secret and
 * password {@code demo}.
 */
enum DemoClient {

    ADMIN("demo-admin", "admin", Role.ADMINISTRATOR, null),
    MANAGER("demo-manager", "manager", Role.MANAGER, "/east"),
    REP("demo-rep", "zhangsan", Role.REP, "/east/shanghai"),
    REP_NORTH("demo-rep-north", "lisi", Role.REP, "/north/beijing"),
    ANALYST("demo-analyst", "analyst", Role.ANALYST, null),
    SERVICE("demo-service", "service", Role.SERVICE, null),
    MARKETER("demo-marketer", "marketer", Role.MARKETER, null),
    INTEGRATION("demo-integration", "integration", Role.INTEGRATION, null);

    /** Printed in the documentation: the provider that knows it is for one machine. */
    static final String SECRET = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("demo");

    private final String clientId;
    private final String user;
    private final Role role;
    private final String team;

    DemoClient(String clientId, String user, Role role, String team) {
        this.clientId = clientId;
        this.user = user;
        this.role = role;
        this.team = team;
    }

    static DemoClient of(String clientId) {
        return Arrays.stream(values()).filter(client -> client.clientId.equals(clientId)).findFirst().orElseThrow();
    }

    /** The one who signs in under a name: the user's own, or that of the client that speaks for him. */
    static Optional<DemoClient> named(String name) {
        return Arrays.stream(values()).filter(client -> client.user.equals(name) || client.clientId.equals(name))
                .findFirst();
    }

    RegisteredClient registration(Duration tokenLifetime) {
        return RegisteredClient.withId(clientId).clientId(clientId).clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes()))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build())
                .build();
    }

    String user() {
        return user;
    }

    Role role() {
        return role;
    }

    /** Null for roles that see everything. */
    String team() {
        return team;
    }

    /** Codes of what its role allows. */
    Set<String> scopes() {
        return role.scopes().stream().map(Scope::code).collect(Collectors.toSet());
    }
}
