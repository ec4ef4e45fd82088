package io.rapport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.gateway.GatewayApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;

class IdentityRequiredTest {

    @Test
    void refusesToStartWhenNobodySaidWhoMaySignIn() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(GatewayApplication.class).run("--server.port=0"))
                .isInstanceOfSatisfying(IdentityRequired.Missing.class, missing -> {
                    FailureAnalysis analysis = new IdentityRequired.Analyzer().analyze(missing);
                    assertThat(analysis.getAction()).contains("RAPPORT_IDENTITY_ISSUER", "RAPPORT_IDENTITY_LOCAL=true");
                });
    }
}
