package io.rapport.testing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/**
 * Uses the product as an outside program would: signs in with client credentials and calls the interface. A token is
 * fetched once and kept: it outlives any test.
 */
public final class RapportClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final String credentials;
    private volatile String token;

    /**
     * @param gateway address of the gateway, for example {@code http://localhost:8080}
     * @param client  client id, for example {@code demo-admin}
     * @param secret  its secret
     */
    public RapportClient(URI gateway, String client, String secret) {
        this.gateway = gateway;
        this.credentials = Base64.getEncoder()
                .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private RapportClient(URI service, String token) {
        this.gateway = service;
        this.credentials = null;
        this.token = token;
    }

    /**
     * For one service without the gateway before it.
     *
     * @param token access token to send; null to send none
     */
    public static RapportClient withToken(URI service, String token) {
        return new RapportClient(service, token);
    }

    /** The same caller at another address, such as a service behind the gateway. */
    public RapportClient at(URI service) {
        return new RapportClient(service, token());
    }

    /** One value of a query string, encoded. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * @param headers names and values in turn
     */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    /** Sends a body as it is, for what is not JSON or not quite. */
    public Answer send(String method, String path, String contentType, byte[] body, String... headers) {
        return send(method, path, BodyPublishers.ofByteArray(body), contentType, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), "application/merge-patch+json", headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), null, headers);
    }

    /** Sends a file as the part {@code file} of a multipart form. */
    public Answer upload(String path, String fileName, byte[] content, String... headers) {
        String boundary = UUID.randomUUID().toString();
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, fileName) + "Content-Type: application/octet-stream\r\n\r\n";
        var body = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send("POST", path, body, "multipart/form-data; boundary=" + boundary, headers);
    }

    /**
     * What is too long to hold.
     *
     * @return the body while it arrives, to be closed
     * @throws IllegalStateException if the answer is not 200
     */
    public InputStream download(String path) throws IOException {
        try {
            var answer = http.send(request(path).build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " → " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
        if (credentials != null || token != null) {
            request.header("Authorization", "Bearer " + token());
        }
        return request;
    }

    private Answer send(String method, String path, BodyPublisher body, String contentType, String... headers) {
        var request = request(path).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build());
    }

    private String token() {
        if (token == null) {
            var answer = exchange(HttpRequest.newBuilder(gateway.resolve("/oauth2/token"))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")).build());
            if (answer.status() != 200) {
                throw new IllegalStateException("not signed in: " + answer.status() + " " + answer.body());
            }
            token = answer.json().get("access_token").asString();
        }
        return token;
    }

    private Answer exchange(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
