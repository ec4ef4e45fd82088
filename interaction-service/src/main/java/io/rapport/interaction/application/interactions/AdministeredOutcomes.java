package io.rapport.interaction.application.interactions;

import io.rapport.interaction.domain.interactions.Outcomes;
import io.rapport.knowncustomers.KnownCustomersProperties;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The list of outcomes, which the customer service administers: asked for in the caller's name and remembered for a
 * while. Where that service does not answer, what is remembered goes on to hold.
 */
@Component
public class AdministeredOutcomes implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(AdministeredOutcomes.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final RestClient client;
    private final JsonMapper json = JsonMapper.shared();
    private volatile Known known;

    AdministeredOutcomes(KnownCustomersProperties properties) {
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().baseUrl(properties.services().customer().toString())
                .requestFactory(connections).build();
    }

    private record Known(Map<String, Boolean> codes, long atNanos) {

        boolean isFresh() {
            return System.nanoTime() - atNanos < FRESH.toNanos();
        }
    }

    /**
     * Before a command that gives an outcome, on the request's thread: a code that is not known to be offered, or was
     * offered a while ago, is looked up.
     *
     * @param outcome null passes
     * @throws ProblemException 503 when the list was never read and cannot be read now
     */
    public void lookUp(String outcome) {
        Known present = known;
        if (outcome == null || present != null && present.isFresh()
                && Boolean.TRUE.equals(present.codes().get(outcome))) {
            return;
        }
        try {
            known = new Known(codes(client.get().uri("/api/value-lists/outcome")
                    .header(HttpHeaders.AUTHORIZATION, ForwardedToken.header()).retrieve().body(byte[].class)),
                    System.nanoTime());
        } catch (RestClientResponseException refused) {
            unanswered("answers " + refused.getStatusCode());
        } catch (RestClientException | JacksonException noAnswer) {
            unanswered("does not answer: " + noAnswer);
        }
    }

    @Override
    public Map<String, Boolean> present() {
        Known present = known;
        return present == null ? Map.of() : present.codes();
    }

    private void unanswered(String how) {
        LOG.warn("The customer service, asked for the list of outcomes, {}", how);
        if (known == null) {
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
    }

    private Map<String, Boolean> codes(byte[] body) {
        Map<String, Boolean> codes = new LinkedHashMap<>();
        for (JsonNode entry : json.readTree(body).path("entries")) {
            codes.put(entry.path("code").asString(), !entry.path("retired").asBoolean(false));
        }
        return Collections.unmodifiableMap(codes);
    }
}
