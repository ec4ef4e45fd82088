package io.rapport.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.event.EventEnvelope;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Speaks for every service that owns records: it tells the past of what the tests published, and the segments that they
 * made.
 */
final class OwningService {

    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<EventEnvelope>> published = new ConcurrentHashMap<>();
    private final Map<String, String> segments = new ConcurrentHashMap<>();
    private final HttpServer server;

    OwningService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/internal/records/", this::answer);
        server.createContext("/api/segments/", this::answerSegment);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void published(EventEnvelope event) {
        published.computeIfAbsent(event.subject(), id -> new CopyOnWriteArrayList<>()).add(event);
    }

    void segment(String id, String json) {
        segments.put(id, json);
    }

    private void answerSegment(HttpExchange exchange) throws IOException {
        String found = segments.get(exchange.getRequestURI().getPath().split("/")[3]);
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        byte[] body = (found == null ? "{}" : found).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(!signedIn ? 401 : found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(part -> part.split("=", 2)).collect(Collectors.toMap(part -> part[0],
                        part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        String path = exchange.getRequestURI().getPath();
        String[] ids = path.equals("/internal/records/events") ? query.get("id").split(",")
                : new String[] {path.split("/")[3]};
        ArrayNode batch = JSON.createArrayNode();
        for (String id : ids) {
            batch.addAll(batch(published.getOrDefault(id, List.of()),
                    Long.parseLong(query.getOrDefault("after", "0")), Instant.parse(query.get("until"))));
        }
        byte[] body = JSON.writeValueAsBytes(batch);
        exchange.getResponseHeaders().set("Content-Type", "application/cloudevents-batch+json");
        exchange.sendResponseHeaders(signedIn ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static ArrayNode batch(List<EventEnvelope> events, long after, Instant until) {
        ArrayNode batch = JSON.createArrayNode();
        events.stream().sorted(Comparator.comparingLong(EventEnvelope::sequence))
                .filter(event -> event.sequence() > after)
                .takeWhile(event -> !event.time().truncatedTo(ChronoUnit.MILLIS).isAfter(until))
                .limit(MOST).forEach(event -> batch.add(json(event)));
        return batch;
    }

    private static ObjectNode json(EventEnvelope event) {
        ObjectNode json = JSON.createObjectNode().put("specversion", "1.0").put("id", event.id())
                .put("source", event.source()).put("type", event.type()).put("subject", event.subject())
                .put("time", event.time().toString()).put("datacontenttype", "application/json")
                .put("sequence", Long.toString(event.sequence())).put("actor", event.actor())
                .put("origin", event.origin());
        json.set("data", JSON.readTree(event.data()));
        return json;
    }
}
