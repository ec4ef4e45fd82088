package io.rapport.reporting.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which documents and histories this version of the service makes of events. Kept beside them: what another version has
 * made lacks fields or changes that this one would tell, so it is thrown away and filled again from the first event on.
 */
@Component
class ReadModelDefinition {

    private static final Logger log = LoggerFactory.getLogger(ReadModelDefinition.class);
    private static final String COLLECTION = "read_model_definition";
    private static final Document ONE = new Document("_id", "present");

    private final MongoDatabase database;
    private final SearchIndex index;
    private final String definition;

    ReadModelDefinition(MongoDatabase database, SearchIndex index, List<ReadModel<?>> models) {
        this.database = database;
        this.index = index;
        this.definition = digest(models);
    }

    /**
     * Makes sure that nothing is there that another definition has made. Everything in the database is taken for the
     * service's own. Whoever dies in between begins again: the definition is written last.
     *
     * @throws RuntimeException if MongoDB or the index cannot be reached: repeat later
     */
    void settle() {
        MongoCollection<Document> kept = database.getCollection(COLLECTION);
        Document present = kept.find(ONE).first();
        if (present != null && definition.equals(present.getString("definition"))) {
            return;
        }
        List<String> collections = database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.equals(COLLECTION) && !name.startsWith("system.")).toList();
        if (!collections.isEmpty()) {
            log.info("The read models were made by another version: they are filled again from the first event on");
            index.clear();
            collections.forEach(name -> database.getCollection(name).drop());
        }
        kept.replaceOne(ONE, new Document(ONE).append("definition", definition), new ReplaceOptions().upsert(true));
    }

    private static String digest(List<ReadModel<?>> models) {
        String text = models.stream().sorted(Comparator.comparing(ReadModel::kind))
                .map(model -> model.kind() + " " + model.revision() + " " + model.collection() + " "
                        + shape(model.documentType()) + " " + new TreeSet<>(model.recordedFields()))
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The fields of a document with their types, and theirs. */
    private static String shape(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic.getRawType().getTypeName() + Stream.of(
                    generic.getActualTypeArguments()).map(ReadModelDefinition::shape).toList();
            case Class<?> record when record.isRecord() && record.getName().startsWith("io.rapport.reporting") ->
                    Stream.of(record.getRecordComponents()).map(ReadModelDefinition::field).toList().toString();
            default -> type.getTypeName();
        };
    }

    private static String field(RecordComponent component) {
        return component.getName() + ':' + shape(component.getGenericType());
    }
}
