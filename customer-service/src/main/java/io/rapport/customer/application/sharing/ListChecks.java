package io.rapport.customer.application.sharing;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.sharing.SharingPolicies;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks reporting, which alone knows fields and filter language, whether a list can be had so: in the caller's name and
 * language, so that nobody learns of fields that he may not see.
 */
@Component
public class ListChecks {

    private static final Logger log = LoggerFactory.getLogger(ListChecks.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** What the parameters of lists are called in views. */
    private static final Map<String, String> NAMES = Map.of("fields", "columns");

    private final URI reporting;
    private final RestClient client;

    ListChecks(@Value("${rapport.services.reporting:http://127.0.0.1:8084}") URI reporting) {
        this.reporting = reporting;
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().requestFactory(connections).build();
    }

    /**
     * @param recordKind checked elsewhere: of no list there is nothing to ask
     * @param q          null, as the other parameters of the list, where it has none
     * @param language   {@code Accept-Language} of the caller; null where he sent none
     * @throws Refusal          INVALID, naming the parts that do not fit and why; FORBIDDEN when the caller may not
     *                          read such records
     * @throws ProblemException 503 when reporting does not answer
     */
    public void check(String recordKind, String q, List<String> columns, String filter, List<String> sort,
                      String language) {
        if (recordKind == null || !SharingPolicies.RECORD_KINDS.codes().contains(recordKind)) {
            return;
        }
        try {
            client.get().uri(question(recordKind, q, columns, filter, sort))
                    .headers(headers -> inTheCallersName(headers, language)).retrieve().toBodilessEntity();
        } catch (RestClientResponseException refused) {
            throw refusal(refused);
        } catch (RestClientException noAnswer) {
            log.warn("Reporting does not tell whether a list can be had: {}", noAnswer.toString());
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
    }

    private URI question(String recordKind, String q, List<String> columns, String filter, List<String> sort) {
        var question = UriComponentsBuilder.fromUri(reporting).path("/api/" + plural(recordKind) + "/check");
        Map<String, String> values = new java.util.HashMap<>();
        put(question, values, "q", q);
        put(question, values, "filter", filter);
        put(question, values, "fields", String.join(",", columns));
        put(question, values, "sort", String.join(",", sort));
        return question.encode().buildAndExpand(values).toUri();
    }

    /** As a variable of the template: then every sign of the value is encoded. */
    private static void put(UriComponentsBuilder question, Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            question.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
    }

    private static String plural(String recordKind) {
        return recordKind.endsWith("y") ? recordKind.substring(0, recordKind.length() - 1) + "ies" : recordKind + 's';
    }

    private static void inTheCallersName(HttpHeaders headers, String language) {
        headers.set(HttpHeaders.AUTHORIZATION, ForwardedToken.header());
        if (language != null) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        }
        String correlationId = MDC.get("correlationId");
        if (correlationId != null) {
            headers.set(Correlation.HEADER, correlationId);
        }
    }

    private static RuntimeException refusal(RestClientResponseException refused) {
        if (refused.getStatusCode().value() == HttpStatus.FORBIDDEN.value()) {
            return Refusal.of(Refusal.Kind.FORBIDDEN, "", "forbidden");
        }
        List<FieldError> errors = refused.getStatusCode().value() == HttpStatus.BAD_REQUEST.value()
                ? errors(refused.getResponseBodyAsByteArray()) : List.of();
        if (errors.isEmpty()) {
            log.warn("Reporting answers {} to whether a list can be had", refused.getStatusCode());
            return ProblemException.unavailable(RETRY, "unavailable");
        }
        return Refusal.invalid(errors);
    }

    private static List<FieldError> errors(byte[] problem) {
        List<FieldError> errors = new ArrayList<>();
        try {
            for (JsonNode error : JsonMapper.shared().readTree(problem).path("errors")) {
                String parameter = error.path("field").asString("");
                errors.add(FieldError.of(NAMES.getOrDefault(parameter, parameter), "list-impossible",
                        error.path("message").asString("")));
            }
        } catch (JacksonException noProblemDocument) {
            log.warn("Reporting refuses without saying why");
        }
        return errors;
    }
}
