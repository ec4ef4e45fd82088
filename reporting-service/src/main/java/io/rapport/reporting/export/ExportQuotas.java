package io.rapport.reporting.export;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.rapport.web.problem.ProblemException;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many records each user has taken away on a day of UTC: counted in MongoDB, so that of several exports at once
 * none is overlooked, and never less than what the trail says, which outlives that database.
 */
@Component
class ExportQuotas {

    private static final String RECORDS = "records";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoDatabase database;
    private final NotedExports noted;

    ExportQuotas(MongoDatabase database, NotedExports noted) {
        this.database = database;
        this.noted = noted;
    }

    /**
     * Counts these records for the user, all of them or none.
     *
     * @throws ProblemException 403 when they would be more than {@code most} today, 503 when it cannot be said
     */
    void take(String user, long records, int most) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String day = user + '/' + today;
        quotas().updateOne(new Document("_id", day),
                new Document("$max", new Document(RECORDS, noted.rows(user, today))), UPSERT);
        long taken = add(day, records);
        if (taken > most) {
            add(day, -records);
            throw ProblemException.of(HttpStatus.FORBIDDEN, "export-limit-reached", most, taken - records);
        }
    }

    private long add(String day, long records) {
        return quotas().findOneAndUpdate(new Document("_id", day),
                new Document("$inc", new Document(RECORDS, records)), AFTER).getLong(RECORDS);
    }

    private MongoCollection<Document> quotas() {
        return database.getCollection("export_quotas");
    }
}
