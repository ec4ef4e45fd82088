package io.rapport.testing.http;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back over HTTP, with the conventions of the interface read out of it.
 *
 * @param response the answer as the JDK's client gives it
 */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /**
     * @throws tools.jackson.core.JacksonException if the body is no JSON
     */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /**
     * @throws java.util.NoSuchElementException if the answer was not to a write
     */
    public String consistencyToken() {
        return header("Consistency-Token").orElseThrow();
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " → " + status() + " " + body();
    }
}
