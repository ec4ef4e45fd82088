package io.rapport.customer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists customers as the reporting service would, one for each page: those that a test said a filter finds. */
public final class ListingService {

    private final Map<String, List<Map.Entry<String, Long>>> found = new ConcurrentHashMap<>();
    private final HttpServer server;

    ListingService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/api/customers", this::answer);
        Stream.of("customers", "contacts", "opportunities").forEach(records ->
                server.createContext("/api/" + records + "/check", new CheckedLists()));
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * @param filter  or the id of a segment
     * @param records ids with their versions
     */
    public void finds(String filter, List<Map.Entry<String, Long>> records) {
        found.put(filter, records);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(part -> part.split("=", 2)).collect(Collectors.toMap(part -> part[0],
                        part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        List<Map.Entry<String, Long>> records = found.get(query.getOrDefault("filter", query.get("segment")));
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        int at = Integer.parseInt(query.getOrDefault("cursor", "0"));
        String body = records == null ? "{}" : """
                {"items":[%s],"total":%d%s}""".formatted(records.stream().skip(at).limit(1)
                .map(record -> "{\"id\":\"%s\",\"version\":%d}".formatted(record.getKey(), record.getValue()))
                .collect(Collectors.joining()), records.size(),
                at + 1 < records.size() ? ",\"nextCursor\":\"" + (at + 1) + '"' : "");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(!signedIn ? 401 : records == null ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
