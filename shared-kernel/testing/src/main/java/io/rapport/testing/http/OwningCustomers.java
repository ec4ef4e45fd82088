package io.rapport.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks for the service that owns customers: tells the past of those that a test made up, and the outcomes that
 * interactions may have, to whoever signed in.
 */
public final class OwningCustomers {

    private static final String OUTCOMES = """
            {"list":"outcome","open":false,"entries":[{"code":"INTERESTED","label":{},"retired":false},
             {"code":"FAXED","label":{},"retired":true}]}""";

    private final Map<String, List<String>> events = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    public OwningCustomers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/internal/records/", this::answerPast);
        server.createContext("/api/value-lists/outcome", exchange -> answer(exchange, OUTCOMES));
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * A new customer.
     *
     * @param owner null for nobody
     * @return its id
     */
    public String registered(String owner) {
        String id = UUID.randomUUID().toString();
        happened(id, "customer.registered.v1", owner == null ? "{}" : "{\"owner\":\"" + owner + "\"}");
        return id;
    }

    /** @param data JSON */
    public void happened(String id, String type, String data) {
        List<String> past = events.computeIfAbsent(id, _ -> new ArrayList<>());
        past.add("{\"type\":\"" + type + "\",\"sequence\":\"" + (past.size() + 1) + "\",\"data\":" + data + "}");
    }

    /** Whether the service fails from now on. */
    public void away(boolean failing) {
        away = failing;
    }

    private void answerPast(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().split("/")[3];
        exchange.getResponseHeaders().set("Content-Type", "application/cloudevents-batch+json");
        answer(exchange, events.getOrDefault(id, List.of()).toString());
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 500 : signedIn ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
