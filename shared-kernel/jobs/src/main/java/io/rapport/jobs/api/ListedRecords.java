package io.rapport.jobs.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.ForwardedToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records that a filter finds, asked of the reporting service in the caller's name: nobody changes what he may not
 * see. Reads page by page and holds one page.
 */
final class ListedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ListedRecords.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int PAGE = 200;

    private final RestClient client;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Item> items, long total, String nextCursor) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String id, long version) {
    }

    /** Takes one page after the other. */
    @FunctionalInterface
    interface Reader {

        /** @throws Refusal to end the reading */
        void take(Page page);
    }

    ListedRecords(ReportingProperties properties) {
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        this.client = RestClient.builder().baseUrl(properties.reporting().toString()).requestFactory(connections)
                .build();
    }

    /**
     * @param collection such as {@code /api/customers}
     * @param searched   as in {@code q}; null for none
     * @param filter     null for none
     * @param segment    id of the segment that they belong to; null for none
     * @param tokens     writes that the list must have seen; null for none
     * @throws Refusal          UNREADABLE for a filter that cannot be read; FORBIDDEN where the caller may not list
     * @throws ProblemException 503 when the service does not answer
     */
    void read(String collection, String searched, String filter, String segment, String tokens, Reader reader) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fields", "id,version");
        // What does not change cannot move a record from one page to another.
        parameters.put("sort", "createdAt");
        parameters.put("size", String.valueOf(PAGE));
        if (searched != null) {
            parameters.put("q", searched);
        }
        if (filter != null) {
            parameters.put("filter", filter);
        }
        if (segment != null) {
            parameters.put("segment", segment);
        }
        String token = ForwardedToken.header();
        for (String cursor = null; ; ) {
            Page page = page(collection, parameters, cursor, token, tokens);
            reader.take(page);
            cursor = page.nextCursor();
            if (cursor == null) {
                return;
            }
        }
    }

    private Page page(String collection, Map<String, String> parameters, String cursor, String token, String tokens) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (cursor != null) {
            all.put("cursor", cursor);
        }
        try {
            byte[] body = client.get().uri(builder -> uri(builder.path(collection), all))
                    .headers(headers -> inTheCallersName(headers, token, tokens))
                    .retrieve().body(byte[].class);
            return json.readValue(body, Page.class);
        } catch (RestClientResponseException refused) {
            throw problem(refused);
        } catch (RestClientException | JacksonException noAnswer) {
            LOG.warn("The reporting service does not list {}: {}", collection, noAnswer.toString());
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
    }

    private static URI uri(org.springframework.web.util.UriBuilder builder, Map<String, String> parameters) {
        // As variables, so that whatever stands in them is encoded.
        parameters.keySet().forEach(name -> builder.queryParam(name, '{' + name + '}'));
        return builder.build(parameters);
    }

    private static void inTheCallersName(HttpHeaders headers, String token, String tokens) {
        headers.set(HttpHeaders.AUTHORIZATION, token);
        if (tokens != null) {
            headers.set("Consistency-Token", tokens);
        }
        String correlationId = org.slf4j.MDC.get("correlationId");
        if (correlationId != null) {
            headers.set(Correlation.HEADER, correlationId);
        }
    }

    private static RuntimeException problem(RestClientResponseException refused) {
        HttpStatusCode status = refused.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
            return Refusal.of(Refusal.Kind.UNREADABLE, "filter", "batch-filter-unreadable");
        }
        if (status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
            return Refusal.of(Refusal.Kind.FORBIDDEN, "filter", "batch-filter-forbidden");
        }
        LOG.warn("The reporting service answers {}", status);
        return ProblemException.unavailable(RETRY, "unavailable");
    }
}
