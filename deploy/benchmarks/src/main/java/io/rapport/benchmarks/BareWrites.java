package io.rapport.benchmarks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes copies of what exists already, in bulk and with nothing in between: the yardstick for projections. Of the index
 * it copies what Elasticsearch gives back, which is the record without the keys computed for it.
 */
final class BareWrites {

    private static final int TOGETHER = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final MongoDatabase database;
    private final URI elasticsearch;
    private final HttpClient http = HttpClient.newHttpClient();

    BareWrites(MongoDatabase database, URI elasticsearch) {
        this.database = database;
        this.elasticsearch = elasticsearch;
    }

    /**
     * Copies a collection.
     *
     * @return seconds spent writing
     */
    double copyCollection(String from, String to) {
        double seconds = 0;
        var batch = new ArrayList<Document>(TOGETHER);
        for (Document document : database.getCollection(from).find().batchSize(TOGETHER)) {
            batch.add(document);
            if (batch.size() == TOGETHER) {
                seconds += insert(to, batch);
                batch.clear();
            }
        }
        return batch.isEmpty() ? seconds : seconds + insert(to, batch);
    }

    private double insert(String collection, List<Document> batch) {
        long start = System.nanoTime();
        database.getCollection(collection).insertMany(batch, new InsertManyOptions().ordered(false));
        return (System.nanoTime() - start) / 1e9;
    }

    /**
     * Copies an index into a new one with the same mapping.
     *
     * @return seconds spent writing
     */
    double copyIndex(String from, String to) throws IOException, InterruptedException {
        create(to, send("GET", "/" + from, null).iterator().next());
        JsonNode page = send("POST", "/" + from + "/_search?scroll=1m", "{\"size\":" + TOGETHER + "}");
        double seconds = 0;
        while (!page.get("hits").get("hits").isEmpty()) {
            var bulk = new StringBuilder();
            for (JsonNode hit : page.get("hits").get("hits")) {
                bulk.append("{\"index\":{\"_id\":").append(hit.get("_id")).append("}}\n").append(hit.get("_source"))
                        .append('\n');
            }
            long start = System.nanoTime();
            JsonNode answer = send("POST", "/" + to + "/_bulk", bulk.toString());
            seconds += (System.nanoTime() - start) / 1e9;
            if (answer.get("errors").asBoolean()) {
                throw new IllegalStateException("Elasticsearch refused documents");
            }
            page = send("POST", "/_search/scroll",
                    "{\"scroll\":\"1m\",\"scroll_id\":" + page.get("_scroll_id") + "}");
        }
        return seconds;
    }

    private void create(String index, JsonNode like) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.set("mappings", like.get("mappings"));
        ObjectNode settings = (ObjectNode) like.get("settings").get("index");
        settings.remove(List.of("uuid", "version", "creation_date", "provided_name", "routing"));
        body.set("settings", settings);
        send("PUT", "/" + index, body.toString());
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(elasticsearch.resolve(path)).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + " → " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
