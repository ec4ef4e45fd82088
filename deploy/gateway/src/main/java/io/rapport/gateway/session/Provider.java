package io.rapport.gateway.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rapport.contracts.rights.Scope;
import io.rapport.gateway.identity.PageClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** The one identity provider. It is asked for its addresses when they are first needed: the gateway starts without it. */
final class Provider implements ClientRegistrationRepository {

    static final String ID = "rapport";

    private static final Set<String> OUR_SCOPES =
            Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.toUnmodifiableSet());

    private final Supplier<ClientRegistration> discovery;
    private volatile ClientRegistration known;

    private Provider(Supplier<ClientRegistration> discovery) {
        this.discovery = discovery;
    }

    /** The provider that comes with the platform, in this process. Browsers reach it under any name of the gateway. */
    static Provider builtIn(String issuer, PageClient page, Supplier<String> ownAddress) {
        return new Provider(() -> ClientRegistration.withRegistrationId(ID)
                .clientId(PageClient.ID).clientSecret(page.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(page.callback())
                .scope(Stream.concat(Stream.of(OidcScopes.OPENID), OUR_SCOPES.stream()).toList())
                .authorizationUri("/oauth2/authorize")
                .tokenUri(ownAddress.get() + "/oauth2/token")
                .jwkSetUri(ownAddress.get() + "/oauth2/jwks")
                .issuerUri(issuer)
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build());
    }

    /** A provider that says of itself where its endpoints are. */
    static Provider at(ProviderProperties provider) {
        String secret = provider.client().secret();
        return new Provider(() -> {
            ClientRegistration.Builder found = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(ID).clientId(provider.client().id()).clientSecret(secret)
                    .userNameAttributeName(IdTokenClaimNames.SUB)
                    .redirectUri("{baseUrl}" + PageClient.CALLBACK_PATH);
            if (secret == null) {
                found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            }
            return found.scope(scopes(found.build())).build();
        });
    }

    /**
     * The provider's addresses.
     *
     * @throws IllegalArgumentException when it does not answer
     */
    ClientRegistration registration() {
        ClientRegistration registration = known;
        if (registration == null) {
            registration = discovery.get();
            known = registration;
        }
        return registration;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration() : null;
    }

    /** Ours as far as the provider knows them: it may refuse those it does not know. */
    private static List<String> scopes(ClientRegistration found) {
        Object supported = found.getProviderDetails().getConfigurationMetadata().get("scopes_supported");
        Stream<String> ours = supported instanceof Collection<?> known
                ? OUR_SCOPES.stream().filter(known::contains) : Stream.empty();
        return Stream.concat(Stream.of(OidcScopes.OPENID), ours).toList();
    }
}
