package io.rapport.reporting.past;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.configuration.ServiceAddresses;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services that own records what happened, in the caller's name: they check his rights once more. */
@Component
class OwningServices {

    /** What is told of one record at once. */
    static final int MOST_EVENTS = 1_000;

    static final int MOST_RECORDS = 100;

    private static final Logger log = LoggerFactory.getLogger(OwningServices.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ServiceAddresses addresses;
    private final RestClient client;
    private final JsonMapper json = JsonMapper.shared();

    OwningServices(ServiceAddresses addresses) {
        this.addresses = addresses;
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().requestFactory(connections).build();
    }

    /**
     * The next events of a record in order, at most {@link #MOST_EVENTS}.
     *
     * @param after sequence of the last one known, 0 for none
     * @param until what was recorded later is left out
     * @return empty when there is no more
     * @throws ProblemException 503 when the service does not answer
     */
    List<EventEnvelope> events(RecordKind kind, String id, long after, Instant until) {
        return ask(kind, "/internal/records/{id}/events?after={after}&until={until}", id, after, until);
    }

    /**
     * The events of several records of one kind from their first on, those of each in order: all of a record with less
     * than {@link #MOST_EVENTS}, as many of any other.
     *
     * @param ids at most {@link #MOST_RECORDS}
     * @throws ProblemException 503 when the service does not answer
     */
    List<EventEnvelope> firstEvents(RecordKind kind, List<String> ids, Instant until) {
        return ask(kind, "/internal/records/events?id={ids}&until={until}", String.join(",", ids), until);
    }

    private List<EventEnvelope> ask(RecordKind kind, String path, Object... values) {
        try {
            return read(json.readTree(client.get().uri(addressOf(kind) + path, values)
                    .headers(this::inTheCallersName).retrieve().body(byte[].class)));
        } catch (RestClientException noAnswer) {
            log.warn("The service that owns {} records does not tell their past: {}", kind.code(), noAnswer.toString());
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
    }

    private void inTheCallersName(HttpHeaders headers) {
        headers.set(HttpHeaders.AUTHORIZATION, ForwardedToken.header());
        String correlationId = MDC.get("correlationId");
        if (correlationId != null) {
            headers.set(Correlation.HEADER, correlationId);
        }
    }

    private URI addressOf(RecordKind kind) {
        return switch (kind) {
            case CUSTOMER, OPPORTUNITY, ORDER, EXCHANGE_RATES, CUSTOM_FIELD, PIPELINE -> addresses.customer();
            case CONTACT -> addresses.contact();
            case INTERACTION, TASK -> addresses.interaction();
        };
    }

    private List<EventEnvelope> read(JsonNode batch) {
        List<EventEnvelope> events = new ArrayList<>();
        for (JsonNode event : batch) {
            events.add(new EventEnvelope(text(event, "id"), text(event, "source"), text(event, "type"),
                    text(event, "subject"), Instant.parse(text(event, "time")), Long.parseLong(text(event, "sequence")),
                    text(event, "actor"), text(event, "reason"), text(event, "correlationid"),
                    text(event, "causationid"), text(event, "traceparent"), text(event, "origin"),
                    json.writeValueAsBytes(event.get("data"))));
        }
        return events;
    }

    private static String text(JsonNode event, String attribute) {
        return event.path(attribute).asString(null);
    }
}
