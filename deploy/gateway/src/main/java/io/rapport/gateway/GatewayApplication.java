package io.rapport.gateway;

import io.rapport.web.signin.PathRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** The one address that people and programs see: sign-in, routing and the page. */
// Boot's authorization server would sign with a key that is lost at every start.
@SpringBootApplication(exclude = {
        OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class})
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }

    /**
     * The services check rights themselves; here strangers are stopped before they cost anything. Calendar programs do
     * not sign in: their address is secret.
     */
    @Bean
    PathRules pathRules() {
        return PathRules.none().allowAnyone(HttpMethod.GET, "/api/calendar/*.ics")
                .allowSignedIn("/api/**").allowAnyone("/**");
    }
}
