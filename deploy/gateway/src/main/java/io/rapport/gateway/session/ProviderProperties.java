package io.rapport.gateway.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider that people sign in at.
 *
 * @param issuer its address, exactly as in its tokens
 * @param client what the gateway is to it; without meaning for the built-in provider
 */
@ConfigurationProperties("rapport.identity")
record ProviderProperties(@DefaultValue("http://localhost:8080") String issuer, @DefaultValue Client client) {

    /**
     * @param id     null only for the built-in provider
     * @param secret null for a public client
     */
    record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }
}
