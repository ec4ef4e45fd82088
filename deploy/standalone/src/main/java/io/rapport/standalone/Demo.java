package io.rapport.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Loads the sample data the way any program would: through the public interface. */
final class Demo {

    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "STOPPED", "UNDONE");
    private static final String IMPORTER = "admin";

    private final String address;
    private final Path folder;

    Demo(String address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /** Loading twice changes nothing: records with the same number are left as they are. */
    void load() throws InterruptedException {
        try (SampleClient client = new SampleClient(address); Stream<Path> files = Files.list(folder)) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
            for (Path sample : samples) {
                JsonNode job = load(sample, client);
                System.out.printf("Sample %s: %s of %s records, %s refused (%s)%n", sample.getFileName(),
                    job.path("created").asInt() + job.path("updated").asInt() + job.path("unchanged").asInt(),
                    job.path("total").asInt(), job.path("refused").asInt(), job.path("state").asString());
            }
            int told = new SampleStory(LocalDate.now(ZoneOffset.UTC)).tell(folder.resolve("story.json"), client);
            System.out.println(told == 0 ? "Sample story: there already"
                : "Sample story: %d entries of a sales team".formatted(told));
        } catch (IOException failed) {
            System.err.println("The sample data was not loaded: " + failed.getMessage());
        }
    }

    private static JsonNode load(Path sample, SampleClient client) throws IOException, InterruptedException {
        String boundary = "rapport-sample-data";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + sample.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(sample));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String id = client.post(IMPORTER, "/api/customers/import", "multipart/form-data; boundary=" + boundary,
            body.toByteArray(), Map.of()).accepted().path("jobId").asString();
        JsonNode job = client.get(IMPORTER, "/api/jobs/" + id).accepted();
        while (!ENDED.contains(job.path("state").asString())) {
            Thread.sleep(Duration.ofMillis(300));
            job = client.get(IMPORTER, "/api/jobs/" + id).accepted();
        }
        return job;
    }
}
