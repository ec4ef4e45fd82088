package io.rapport.reporting.export;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.rapport.web.problem.ProblemException;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** How many records each user has taken away on a day of UTC, in MongoDB. */
@Component
class ExportQuotas {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoDatabase database;

    ExportQuotas(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Counts these records for the user, all of them or none.
     *
     * @throws ProblemException 403 when they would be more than {@code most} today
     */
    void take(String user, long records, int most) {
        String day = user + '/' + LocalDate.now(ZoneOffset.UTC);
        long taken = add(day, records);
        if (taken > most) {
            add(day, -records);
            throw ProblemException.of(HttpStatus.FORBIDDEN, "export-limit-reached", most, taken - records);
        }
    }

    private long add(String day, long records) {
        return quotas().findOneAndUpdate(new Document("_id", day),
                new Document("$inc", new Document("records", records)), AFTER).getLong("records");
    }

    private MongoCollection<Document> quotas() {
        return database.getCollection("export_quotas");
    }
}
