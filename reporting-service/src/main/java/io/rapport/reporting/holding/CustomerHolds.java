package io.rapport.reporting.holding;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.Buckets.Bucket;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up who owns the customers of records. The note's version is the sum of the versions of every customer that the
 * record ever belonged to, and of all that these were ever merged into: it grows with whatever the note follows from.
 */
@Component
class CustomerHolds {

    private final RecordStore store;

    CustomerHolds(RecordStore store) {
        this.store = store;
    }

    /** The same records, each with the note of who owns its customer now. */
    <D extends BelongsToCustomer> List<BelongsToCustomer> noted(Collection<D> records) {
        Map<String, CustomerProfile> customers = load(records.stream().flatMap(CustomerHolds::everBelongedTo)
                .collect(Collectors.toSet()));
        return records.stream().map(record -> record.heldBy(hold(record, customers))).toList();
    }

    private static Stream<String> everBelongedTo(BelongsToCustomer record) {
        return record.buckets().stream().map(bucket -> Bucket.of(bucket).customerId());
    }

    /** These customers, and all that any of them was ever merged into. */
    private Map<String, CustomerProfile> load(Set<String> ids) {
        Map<String, CustomerProfile> found = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = new HashSet<>(ids);
        while (!next.isEmpty()) {
            asked.addAll(next);
            Collection<RecordDocument> some = store.load(RecordKind.CUSTOMER, next).values();
            some.stream().map(CustomerProfile.class::cast).forEach(customer -> found.put(customer.id(), customer));
            next = some.stream().map(CustomerProfile.class::cast)
                    .flatMap(customer -> customer.everMergedInto().stream()).collect(Collectors.toSet());
            next.removeAll(asked);
        }
        return found;
    }

    private static CustomerHold hold(BelongsToCustomer record, Map<String, CustomerProfile> customers) {
        Set<String> involved = new HashSet<>();
        Set<String> next = everBelongedTo(record).collect(Collectors.toSet());
        while (!next.isEmpty()) {
            involved.addAll(next);
            next = next.stream().filter(customers::containsKey)
                    .flatMap(id -> customers.get(id).everMergedInto().stream()).collect(Collectors.toSet());
            next.removeAll(involved);
        }
        long version = involved.stream().filter(customers::containsKey)
                .mapToLong(id -> customers.get(id).version()).sum();
        List<CustomerProfile> ends = record.customerIds().stream().map(id -> end(id, customers))
                .filter(Objects::nonNull).toList();
        return new CustomerHold(!ends.isEmpty(), ends.size() == record.customerIds().size(),
                ends.stream().map(CustomerProfile::owner).filter(Objects::nonNull).collect(Collectors.toSet()),
                ends.stream().anyMatch(end -> end.owner() == null), version);
    }

    /** The customer that answers in the end; null where it is not there. For a while, chains may even be closed. */
    private static CustomerProfile end(String customerId, Map<String, CustomerProfile> customers) {
        Set<String> passed = new HashSet<>();
        CustomerProfile customer = customerId == null ? null : customers.get(customerId);
        while (customer != null && customer.mergedInto() != null && passed.add(customer.id())) {
            customer = customers.get(customer.mergedInto());
        }
        return customer == null || customer.mergedInto() != null ? null : customer;
    }
}
