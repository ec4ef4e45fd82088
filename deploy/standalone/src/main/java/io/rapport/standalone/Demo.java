package io.rapport.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Loads the sample files the way any program would: through the import of the public interface. */
final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "STOPPED", "UNDONE");

    private final String address;
    private final Path folder;

    Demo(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /** Loading twice changes nothing: records with the same number are left as they are. */
    void load() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient(); Stream<Path> files = Files.list(folder)) {
            String token = token(client);
            List<Path> samples = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
            for (Path sample : samples) {
                JsonNode job = load(sample, client, token);
                System.out.printf("Sample %s: %s of %s records, %s refused (%s)%n", sample.getFileName(),
                    job.path("created").asInt() + job.path("updated").asInt() + job.path("unchanged").asInt(),
                    job.path("total").asInt(), job.path("refused").asInt(), job.path("state").asString());
            }
        } catch (IOException failed) {
            System.err.println("The sample data was not loaded: " + failed.getMessage());
        }
    }

    private String token(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
            .header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString("demo-admin:demo".getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build();
        return answer(client, request).path("access_token").asString();
    }

    private JsonNode load(Path sample, HttpClient client, String token) throws IOException, InterruptedException {
        String boundary = "rapport-sample-data";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + sample.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(sample));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String id = answer(client, HttpRequest.newBuilder(URI.create(address + "/api/customers/import"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build()).path("jobId").asString();
        HttpRequest question = HttpRequest.newBuilder(URI.create(address + "/api/jobs/" + id))
            .header("Authorization", "Bearer " + token).build();
        JsonNode job = answer(client, question);
        while (!ENDED.contains(job.path("state").asString())) {
            Thread.sleep(Duration.ofMillis(300));
            job = answer(client, question);
        }
        return job;
    }

    private static JsonNode answer(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + " "
                + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }
}
