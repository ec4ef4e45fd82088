package io.rapport.customer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Says of lists whether they can be had, as the reporting service does: of all but those that name {@code nonsense}. */
final class CheckedLists implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        String asked = query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8);
        if (!signedIn) {
            exchange.sendResponseHeaders(401, -1);
        } else if (!asked.contains("nonsense")) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            String field = asked.matches(".*fields=[^&]*nonsense.*") ? "fields" : "filter";
            byte[] problem = "{\"errors\":[{\"field\":\"%s\",\"code\":\"x\",\"message\":\"no nonsense: %s\"}]}"
                    .formatted(field, exchange.getRequestHeaders().getFirst("Accept-Language"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(400, problem.length);
            exchange.getResponseBody().write(problem);
        }
        exchange.close();
    }
}
