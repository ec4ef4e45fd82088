package io.rapport.reporting.summaries;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.Buckets.Bucket;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.Derivations;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.rates.PresentRates;
import io.rapport.reporting.rates.Rates;
import io.rapport.reporting.summaries.CustomerSummary.Part;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the summaries of customers. A summary is always computed from the records as they are stored, never from what
 * an event adds to it: whoever stored a record computes the buckets that it is in, after having read the summary's
 * revision, and starts over when somebody else was faster. So the last one to store anything has seen all of it.
 */
@Component
class CustomerSummaries implements Derivations {

    /** Others are faster a few times at most: each of them stores one batch in between. */
    private static final int MOST_TRIES = 50;

    /** Customers that follow new exchange rates before the next batch of events has its turn. */
    private static final int MOST_AT_ONCE = 500;

    private final RatesSweep sweep = new RatesSweep();
    private final SummaryStore summaries;
    private final RecordStore records;
    private final CompleteCustomers customers;
    private final PresentRates rates;

    CustomerSummaries(SummaryStore summaries, RecordStore records, CompleteCustomers customers,
            PresentRates rates) {
        this.summaries = summaries;
        this.records = records;
        this.customers = customers;
        this.rates = rates;
    }

    @Override
    public List<RecordDocument> update(Collection<? extends RecordDocument> stored) {
        Map<String, Set<KindAndBucket>> touched = new HashMap<>();
        Map<String, CustomerProfile> shown = new HashMap<>();
        for (RecordDocument document : stored) {
            if (document instanceof BelongsToCustomer belonging && Parts.KINDS.contains(document.recordKind())) {
                belonging.buckets().stream().map(Bucket::of).forEach(bucket ->
                        touched.computeIfAbsent(bucket.customerId(), id -> new HashSet<>())
                                .add(new KindAndBucket(document.recordKind(), bucket)));
            } else if (document instanceof CustomerProfile customer) {
                shown.put(customer.id(), customer);
            }
        }
        Rates now = rates.now();
        summarize(touched, now);
        addOthers(shown, touched.keySet());
        return List.copyOf(customers.complete(shown.values(), now));
    }

    /**
     * Adds these customers, and those that answer for any of them: whoever stores a profile, an absorbed one's records
     * or the word that it is absorbed, last, shows all of it.
     */
    private void addOthers(Map<String, CustomerProfile> shown, Set<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        shown.values().forEach(customer -> addSurvivor(wanted, customer));
        wanted.removeAll(shown.keySet());
        while (!wanted.isEmpty()) {
            List<CustomerProfile> found = records.load(RecordKind.CUSTOMER, wanted).values().stream()
                    .map(CustomerProfile.class::cast).toList();
            wanted.clear();
            found.forEach(customer -> shown.put(customer.id(), customer));
            found.forEach(customer -> addSurvivor(wanted, customer));
            wanted.removeAll(shown.keySet());
        }
    }

    private static void addSurvivor(Set<String> ids, CustomerProfile customer) {
        if (customer.mergedInto() != null) {
            ids.add(customer.mergedInto());
        }
    }

    @Override
    public void followUp(Consumer<List<RecordDocument>> index) {
        Rates now = rates.now();
        if (!sweep.isDue(now.version())) {
            return;
        }
        Set<String> outdated = summaries.outdated(now, MOST_AT_ONCE);
        if (outdated.isEmpty()) {
            sweep.nothingFound(now.version());
            return;
        }
        Map<String, Set<KindAndBucket>> touched = new HashMap<>();
        outdated.forEach(id -> touched.put(id, Set.of()));
        summarize(touched, now);
        Map<String, CustomerProfile> shown = new HashMap<>();
        addOthers(shown, outdated);
        index.accept(List.copyOf(customers.complete(shown.values(), now)));
    }

    @Override
    public boolean follows(RecordKind kind, RecordKind other) {
        return kind == RecordKind.CUSTOMER && Parts.KINDS.contains(other);
    }

    @Override
    public <D extends RecordDocument> D complete(D document) {
        if (document instanceof CustomerProfile customer) {
            @SuppressWarnings("unchecked")
            D complete = (D) customers.complete(List.of(customer), rates.now()).getFirst();
            return complete;
        }
        return document;
    }

    private record KindAndBucket(RecordKind kind, Bucket bucket) {
    }

    /** @param touched by customer, what of it to compute anew */
    private void summarize(Map<String, Set<KindAndBucket>> touched, Rates now) {
        Map<String, Set<KindAndBucket>> left = new HashMap<>(touched);
        for (int tries = 0; !left.isEmpty(); tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("the summaries of " + left.size() + " customers change all the time");
            }
            left.keySet().retainAll(storeNext(left, now));
        }
    }

    /** Returns the customers for which somebody else was faster. */
    private Set<String> storeNext(Map<String, Set<KindAndBucket>> touched, Rates now) {
        // Before the records: whoever stores one later finds a newer revision, or is found by it.
        Map<String, CustomerSummary> before = summaries.load(touched.keySet());
        Map<RecordKind, Set<Bucket>> wanted = new EnumMap<>(RecordKind.class);
        touched.forEach((id, buckets) -> withOutdated(buckets, before.get(id), now).forEach(bucket ->
                wanted.computeIfAbsent(bucket.kind(), kind -> new HashSet<>()).add(bucket.bucket())));
        Map<String, Map<RecordKind, Map<String, Part>>> parts = new HashMap<>();
        wanted.forEach((kind, buckets) -> {
            Map<Bucket, List<Document>> found = summaries.records(kind, buckets);
            for (Bucket bucket : buckets) {
                parts.computeIfAbsent(bucket.customerId(), id -> new EnumMap<>(RecordKind.class))
                        .computeIfAbsent(kind, any -> new HashMap<>())
                        .put(bucket.number(), Parts.of(kind, bucket.customerId(),
                                found.getOrDefault(bucket, List.of()), now));
            }
        });
        return summaries.store(touched.keySet().stream().map(id -> before
                .getOrDefault(id, CustomerSummary.none(id)).with(parts.getOrDefault(id, Map.of()), now)).toList());
    }

    /** Orders converted by older exchange rates than the others are converted again, so that all go by the same. */
    private static Set<KindAndBucket> withOutdated(Set<KindAndBucket> buckets, CustomerSummary before,
            Rates now) {
        if (before == null || before.ratesVersion() == now.version()) {
            return buckets;
        }
        Set<KindAndBucket> all = new HashSet<>(buckets);
        before.orders().keySet().forEach(number ->
                all.add(new KindAndBucket(RecordKind.ORDER, new Bucket(before.id(), number))));
        return all;
    }
}
