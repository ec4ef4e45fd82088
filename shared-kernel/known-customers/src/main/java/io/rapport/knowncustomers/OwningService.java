package io.rapport.knowncustomers;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the service that owns customers for the past of one, in the caller's name: who does not see it learns nothing. */
final class OwningService {

    private static final Logger LOG = LoggerFactory.getLogger(OwningService.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** The owner's clock may be ahead. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);
    /** Told at once at most. */
    private static final int MOST_EVENTS = 1_000;

    private final RestClient client;
    private final JsonMapper json = JsonMapper.shared();

    OwningService(URI address) {
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().baseUrl(address.toString()).requestFactory(connections).build();
    }

    /**
     * @return empty where there is no such customer, or the caller may not see it
     * @throws ProblemException 503 when the service does not answer
     */
    Optional<KnownCustomer> find(String customerId) {
        KnownCustomer known = null;
        long after = 0;
        JsonNode events;
        do {
            events = events(customerId, after);
            for (JsonNode event : events) {
                after = Long.parseLong(event.path("sequence").asString());
                known = KnownCustomer.after(known, customerId, event.path("type").asString(), after, event.path("data"));
            }
        } while (events.size() == MOST_EVENTS);
        return Optional.ofNullable(known);
    }

    private JsonNode events(String customerId, long after) {
        try {
            byte[] body = client.get()
                    .uri("/internal/records/{id}/events?after={after}&until={until}", customerId, after,
                            Instant.now().plus(CLOCKS))
                    .headers(OwningService::inTheCallersName).retrieve().body(byte[].class);
            return json.readTree(body);
        } catch (RestClientResponseException refused) {
            if (refused.getStatusCode().isSameCodeAs(HttpStatus.FORBIDDEN)) {
                return json.createArrayNode();
            }
            LOG.warn("The customer service answers {}", refused.getStatusCode());
            throw ProblemException.unavailable(RETRY, "unavailable");
        } catch (RestClientException | JacksonException noAnswer) {
            LOG.warn("The customer service does not answer: {}", noAnswer.toString());
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
    }

    private static void inTheCallersName(HttpHeaders headers) {
        headers.set(HttpHeaders.AUTHORIZATION, ForwardedToken.header());
        String correlationId = MDC.get("correlationId");
        if (correlationId != null) {
            headers.set(Correlation.HEADER, correlationId);
        }
    }
}
