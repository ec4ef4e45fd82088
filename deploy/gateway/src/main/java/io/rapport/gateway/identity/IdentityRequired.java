package io.rapport.gateway.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Refuses to start before anything listens when nobody has said who may sign in. */
final class IdentityRequired implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        boolean local = environment.getProperty("rapport.identity.local", Boolean.class, false);
        if (!local && !(environment.containsProperty("rapport.identity.issuer")
                && environment.containsProperty("rapport.identity.client.id"))) {
            throw new Missing();
        }
    }

    static final class Missing extends RuntimeException {

        private Missing() {
            super("no identity provider is set");
        }
    }

    /** Says so without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Missing> {

        @Override
        protected FailureAnalysis analyze(Throwable root, Missing missing) {
            return new FailureAnalysis("The gateway does not know who may sign in: no identity provider is set.",
                    """
                    Name an OpenID Connect provider by RAPPORT_IDENTITY_ISSUER, RAPPORT_IDENTITY_CLIENT_ID and \
                    RAPPORT_IDENTITY_CLIENT_SECRET.
                    To try the platform on one machine with the published demo users, set RAPPORT_IDENTITY_LOCAL=true.""",
                    missing);
        }
    }
}
