package io.rapport.reporting.summaries;

import com.mongodb.client.MongoDatabase;
import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.Buckets.Bucket;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.past.AsOf;
import io.rapport.reporting.past.PastDerivations;
import io.rapport.reporting.past.PastRecords;
import io.rapport.reporting.rates.PresentRates;
import io.rapport.reporting.rates.Rates;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.summaries.CustomerSummary.Part;
import io.rapport.rights.Holders;
import io.rapport.web.signin.CallerArgument;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a customer showed of its records at a past moment: they are asked for as they were then, and come to what they
 * come to in the present. Which ones there are is known here: a record never leaves the buckets of a customer. Amounts
 * are converted by the exchange rates of today.
 */
@Component
class PastCustomers implements PastDerivations {

    private static final String ONE_BUCKET = "0";

    private final PastRecords past;
    private final VisibilityRules rules;
    private final SummaryStore summaries;
    private final CompleteCustomers customers;
    private final PresentRates rates;
    private final RecordStore store;
    private final Survivors survivors;
    private final List<ReadModel<?>> belonging;
    private final CodecRegistry codecs;

    PastCustomers(PastRecords past, VisibilityRules rules, SummaryStore summaries, CompleteCustomers customers,
            PresentRates rates, RecordStore store, Survivors survivors, List<ReadModel<?>> models,
            MongoDatabase database) {
        this.past = past;
        this.rules = rules;
        this.summaries = summaries;
        this.customers = customers;
        this.rates = rates;
        this.store = store;
        this.survivors = survivors;
        this.belonging = models.stream()
                .filter(model -> Parts.KINDS.contains(model.kind())).toList();
        this.codecs = database.getCodecRegistry();
    }

    @Override
    public <D extends RecordDocument> D complete(D then, AsOf asOf) {
        if (!(then instanceof CustomerProfile customer)) {
            return then;
        }
        Rates today = rates.now();
        Map<String, CustomerSummary> found = new HashMap<>();
        Holders holders = presentHolders(customer.id());
        customer.everAnsweredFor().forEach(id -> summary(id, asOf, today, holders, found));
        @SuppressWarnings("unchecked")
        D complete = (D) customers.complete(customer, found, today);
        return complete;
    }

    /** For whose sake its records are seen today. */
    private Holders presentHolders(String customerId) {
        String answering = survivors.of(RecordKind.CUSTOMER, customerId);
        RecordDocument customer = store.load(RecordKind.CUSTOMER, Set.of(answering)).get(answering);
        return customer == null ? Holders.ofUnknownCustomer(null) : customer.holders();
    }

    private void summary(String customerId, AsOf asOf, Rates today, Holders holders,
            Map<String, CustomerSummary> found) {
        Map<RecordKind, Map<String, Part>> parts = new EnumMap<>(RecordKind.class);
        for (ReadModel<?> model : belonging) {
            boolean mayRead = rules.of(CallerArgument.current(), model.kind()).rows().include(holders);
            List<Document> then = mayRead ? records(model, customerId, asOf) : List.of();
            // What is not seen of every record is left out, rather than told of some of them, and so is the word of a
            // spreadsheet that may be superseded.
            if (!then.isEmpty() || !mayRead) {
                parts.put(model.kind(), Map.of(ONE_BUCKET, Parts.of(model.kind(), customerId, then, today)));
            }
        }
        if (!parts.isEmpty()) {
            found.put(customerId, CustomerSummary.none(customerId).with(parts, today));
        }
    }

    /** The records of one kind that belonged to the customer by then, or had belonged to it. */
    private <D extends RecordDocument> List<Document> records(ReadModel<D> model, String customerId, AsOf asOf) {
        List<String> ids = summaries.records(model.kind(), Buckets.allOf(customerId)).values().stream()
                .flatMap(List::stream).map(record -> record.getString("_id")).distinct().toList();
        return past.findAll(model, ids, asOf).stream()
                .filter(record -> ((BelongsToCustomer) record).buckets().stream()
                        .anyMatch(bucket -> Bucket.of(bucket).customerId().equals(customerId)))
                .map(record -> stored(record, model.documentType())).toList();
    }

    /** As it would stand in MongoDB. */
    private <D> Document stored(D record, Class<D> type) {
        BsonDocument bson = new BsonDocument();
        codecs.get(type).encode(new BsonDocumentWriter(bson), record, EncoderContext.builder().build());
        return codecs.get(Document.class).decode(bson.asBsonReader(), DecoderContext.builder().build());
    }
}
