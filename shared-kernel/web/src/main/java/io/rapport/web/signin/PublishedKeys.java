package io.rapport.web.signin;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;

/**
 * Fetches the public keys of the identity provider, from the address that is set or else from the one that the provider
 * itself tells (OpenID Connect Discovery).
 */
final class PublishedKeys implements ResourceRetriever {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MOST_BYTES = 256 * 1024;

    private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    private final String issuer;
    private volatile URL keys;

    PublishedKeys(IdentityProperties identity) throws IOException {
        issuer = identity.issuer();
        keys = identity.jwkSetUri() == null ? null : identity.jwkSetUri().toURL();
    }

    /** The address of the discovery document. */
    URL description() throws IOException {
        return URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration").toURL();
    }

    /**
     * The keys, wherever they are.
     *
     * @param nominal without meaning: the address may not be known before it is needed
     */
    @Override
    public Resource retrieveResource(URL nominal) throws IOException {
        URL known = keys;
        if (known == null) {
            known = discover();
            keys = known;
        }
        return http.retrieveResource(known);
    }

    private URL discover() throws IOException {
        try {
            Map<String, Object> description = JSONObjectUtils.parse(http.retrieveResource(description()).getContent());
            if (!issuer.equals(description.get("issuer"))) {
                throw new IOException("The provider at " + description() + " says it is " + description.get("issuer"));
            }
            URI address = JSONObjectUtils.getURI(description, "jwks_uri");
            if (address == null || !address.isAbsolute()) {
                throw new IOException("The provider at " + description() + " does not say where its keys are");
            }
            return address.toURL();
        } catch (ParseException unreadable) {
            throw new IOException("The description at " + description() + " cannot be read", unreadable);
        }
    }
}
