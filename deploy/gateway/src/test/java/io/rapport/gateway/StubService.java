package io.rapport.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A service on a loopback port that says what it was asked, or behaves as a test wants it to. */
final class StubService {

    /** Answers one request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws Exception;
    }

    private final HttpServer server;
    private final Behaviour usual;
    private volatile HttpExchange last;
    private volatile Behaviour behaviour;

    StubService(String name) {
        usual = exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply(exchange, 200, name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
        };
        behaviour = usual;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            last = exchange;
            try (exchange) {
                behaviour.answer(exchange);
            } catch (IOException gone) {
                throw gone;
            } catch (Exception broken) {
                throw new IOException(broken);
            }
        });
        server.start();
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    void behaveAsEver() {
        behaviour = usual;
    }

    String lastHeader(String name) {
        return last.getRequestHeaders().getFirst(name);
    }
}
