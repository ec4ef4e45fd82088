package io.rapport.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Speaks to the product as one of the demo clients, the way any program would. */
final class SampleClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 300;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_AGAIN = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final String address;

    /** @param address of the product, such as {@code http://localhost:8080} */
    SampleClient(String address) {
        this.address = address;
    }

    /** @param status HTTP status; the body of an empty answer is an empty node */
    record Answer(int status, JsonNode body) {

        boolean refused() {
            return status >= REFUSED;
        }

        /** @throws IOException when the product refused */
        JsonNode accepted() throws IOException {
            if (refused()) {
                throw new IOException(status + " " + body);
            }
            return body;
        }
    }

    /** @param client what follows {@code demo-} in its name */
    Answer post(String client, String path, String contentType, byte[] body, Map<String, String> headers)
        throws IOException, InterruptedException {
        HttpRequest.Builder request = signedIn(client, path).header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    Answer get(String client, String path) throws IOException, InterruptedException {
        return send(signedIn(client, path));
    }

    private HttpRequest.Builder signedIn(String client, String path) throws IOException, InterruptedException {
        String token = tokens.get(client);
        if (token == null) {
            token = send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString(("demo-" + client + ":demo").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .accepted().path("access_token").asString();
            tokens.put(client, token);
        }
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    /** A 503 says that nothing has happened: a busy machine is asked again for a while. */
    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (int again = 0; response.statusCode() == UNAVAILABLE && again < MOST_AGAIN; again++) {
            Thread.sleep(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1)));
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
