package io.rapport.reporting.holding;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.belonging.Buckets.Bucket;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.Derivations;
import io.rapport.reporting.intake.FoldedEvent;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps in every record that belongs to a customer the note of who owns it. Whoever stores a record reads its customer
 * afterwards; whoever stores a customer with another owner tells its records, bucket by bucket, a moment later. So the
 * last one to store anything has seen all of it, also after a crash.
 */
@Component
class HeldRecords implements Derivations {

    private static final int CUSTOMERS_AT_ONCE = 15;
    private static final int RECORDS_AT_ONCE = 1_000;

    /** The next batch of events has its turn then. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final CustomerHolds holds;
    private final HoldChanges changes;
    private final RecordStore store;
    private final List<ReadModel<?>> belonging;

    HeldRecords(CustomerHolds holds, HoldChanges changes, RecordStore store, List<ReadModel<?>> models) {
        this.holds = holds;
        this.changes = changes;
        this.store = store;
        this.belonging = models.stream()
                .filter(model -> BelongsToCustomer.class.isAssignableFrom(model.documentType())).toList();
    }

    @Override
    public void expect(RecordKind kind, Collection<FoldedEvent> events) {
        if (kind != RecordKind.CUSTOMER) {
            return;
        }
        Map<String, Long> changed = new HashMap<>();
        for (FoldedEvent event : events) {
            if (event.before() instanceof CustomerProfile before && event.after() instanceof CustomerProfile after
                    && !(Objects.equals(before.owner(), after.owner())
                            && Objects.equals(before.mergedInto(), after.mergedInto()))) {
                changed.put(after.id(), after.version());
            }
        }
        changes.note(changed);
    }

    @Override
    public List<RecordDocument> update(Collection<? extends RecordDocument> stored) {
        List<BelongsToCustomer> records = stored.stream().filter(BelongsToCustomer.class::isInstance)
                .map(BelongsToCustomer.class::cast).toList();
        List<BelongsToCustomer> noted = holds.noted(records);
        Set<String> missing = missing(noted);
        if (!missing.isEmpty()) {
            changes.await(missing);
            // Those that came in between were not waited for.
            noted = holds.noted(records);
        }
        return List.copyOf(noted);
    }

    /** Customers that records refer to and that are not there. */
    private static Set<String> missing(List<BelongsToCustomer> noted) {
        return noted.stream().filter(record -> !record.customerHold().complete())
                .flatMap(record -> record.customerIds().stream()).collect(Collectors.toSet());
    }

    @Override
    public void followUp(Consumer<List<RecordDocument>> index) {
        Map<String, Long> noted = changes.all();
        if (noted.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + AT_ONCE.toNanos();
        List<CustomerProfile> changed = store.load(RecordKind.CUSTOMER, noted.keySet()).values().stream()
                .map(CustomerProfile.class::cast)
                .filter(customer -> customer.version() >= noted.get(customer.id())).toList();
        for (int from = 0; from < changed.size() && System.nanoTime() < end; from += CUSTOMERS_AT_ONCE) {
            List<CustomerProfile> some = changed.subList(from, Math.min(changed.size(), from + CUSTOMERS_AT_ONCE));
            tell(some, index);
            changes.forget(some.stream().collect(Collectors.toMap(CustomerProfile::id,
                    customer -> noted.get(customer.id()))));
        }
    }

    private void tell(List<CustomerProfile> customers, Consumer<List<RecordDocument>> index) {
        Set<String> buckets = new HashSet<>();
        customers.stream().flatMap(customer -> customer.everAnsweredFor().stream()).distinct()
                .forEach(id -> Buckets.allOf(id).stream().map(Bucket::name).forEach(buckets::add));
        for (ReadModel<?> model : belonging) {
            List<BelongsToCustomer> portion = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            store.forEachIn(model, Buckets.FIELD, buckets, record -> {
                if (seen.add(record.id())) {
                    portion.add((BelongsToCustomer) record);
                }
                if (portion.size() == RECORDS_AT_ONCE) {
                    index.accept(List.copyOf(holds.noted(portion)));
                    portion.clear();
                }
            });
            if (!portion.isEmpty()) {
                index.accept(List.copyOf(holds.noted(portion)));
            }
        }
    }

    @Override
    public boolean follows(RecordKind kind, RecordKind other) {
        return false;
    }

    @Override
    public <D extends RecordDocument> D complete(D document) {
        if (document instanceof BelongsToCustomer record) {
            @SuppressWarnings("unchecked")
            D complete = (D) holds.noted(List.of(record)).getFirst();
            return complete;
        }
        return document;
    }
}
