package io.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.rapport.standalone.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The whole topic projected into an empty database and an empty index, by a second reporting service beside the running
 * one, against the same records written in bulk: no projection, and no keys to search, filter or sort by.
 */
final class ProjectionBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String REPORTING = "reporting-service";
    private static final String COLLECTION = "customers";
    private static final String RUN = "benchmark";

    private final Product product;
    private final String mongodb;
    private final URI elasticsearch;
    private final int customers;

    /**
     * @param customers at least so many are in the topic
     */
    ProjectionBenchmark(Product product, String mongodb, URI elasticsearch, int customers) {
        this.product = product;
        this.mongodb = mongodb;
        this.elasticsearch = elasticsearch;
        this.customers = customers;
    }

    void measure(Report report) throws IOException, InterruptedException {
        try (MongoClient client = MongoClients.create(mongodb)) {
            double projected = customers / project(client.getDatabase(RUN).getCollection(COLLECTION));
            var bareWrites = new BareWrites(client.getDatabase(RUN), elasticsearch);
            double bare = customers / (bareWrites.copyCollection(COLLECTION, "bare")
                    + bareWrites.copyIndex(RUN + "-" + COLLECTION, RUN + "-bare"));
            report.add(Measurement.atLeast("projection against bare bulk writes", projected / bare, "ratio", null,
                    "%,.0f events/s of %,.0f documents/s into MongoDB and Elasticsearch".formatted(projected, bare)));
        }
    }

    /** Seconds from the first document to the last. */
    private double project(MongoCollection<Document> documents) throws IOException, InterruptedException {
        Process reporting = product.runBeside(REPORTING, Map.of("RAPPORT_MONGODB_URI", mongodb + "/" + RUN,
                "RAPPORT_KAFKA_GROUP", RUN, "RAPPORT_ELASTICSEARCH_INDEXPREFIX", RUN + "-"), List.of());
        try {
            Thread.ofVirtual().start(() -> drain(reporting));
            Wait.until(PATIENCE, "the first document", () -> documents.countDocuments() > 0 ? true : null);
            long start = System.nanoTime();
            long before = documents.countDocuments();
            Wait.until(PATIENCE, "all documents", () -> documents.countDocuments() >= customers ? true : null);
            double seconds = (System.nanoTime() - start) / 1e9;
            return seconds * customers / (customers - before);
        } finally {
            reporting.destroy();
            reporting.waitFor();
        }
    }

    private static void drain(Process process) {
        try (var output = process.getInputStream()) {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // Nobody asks what it said.
        }
    }
}
