package io.rapport.reporting.search.segments;

import io.rapport.reporting.configuration.ServiceAddresses;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** Asks the service that keeps segments, in the caller's name: it alone says who may see which. */
@Component
class OwnedSegments {

    private static final Logger log = LoggerFactory.getLogger(OwnedSegments.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ServiceAddresses addresses;
    private final RestClient client;
    private final JsonMapper json = JsonMapper.shared();

    OwnedSegments(ServiceAddresses addresses) {
        this.addresses = addresses;
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().requestFactory(connections).build();
    }

    /**
     * The segment as it is at this moment; empty when there is none that the caller may see.
     *
     * @throws ProblemException 503 when the service does not answer
     */
    Optional<Segment> find(String id) {
        try {
            JsonNode segment = json.readTree(client.get().uri(addresses.customer() + "/api/segments/{id}", id)
                    .headers(OwnedSegments::inTheCallersName).retrieve().body(byte[].class));
            return Optional.of(new Segment(segment.path("recordKind").asString(""), segment.path("filter").asString("")));
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        } catch (RestClientException noAnswer) {
            log.warn("The service that keeps segments does not tell one: {}", noAnswer.toString());
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
