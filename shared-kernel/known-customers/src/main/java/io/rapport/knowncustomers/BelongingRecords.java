package io.rapport.knowncustomers;

import io.rapport.rights.Kind;

import java.util.Set;

/** What a service tells of its records, each of which may belong to a customer and to whoever entered it. */
public interface BelongingRecords {

    Kind kind();

    /** What the command for a new record asks for. */
    Asked asked(Object command);

    /** What a command asks of a record as it is now. */
    Asked asked(Object aggregateRoot, Object command);

    /**
     * What a command asks for.
     *
     * @param recordId         of the record; null for a new one
     * @param customerId       the customer that the record belongs to; null for none
     * @param wantedCustomerId the customer that it shall belong to; null where the command does not speak of one
     * @param fields           names of all that the command speaks of
     */
    record Asked(String recordId, String customerId, String wantedCustomerId, Set<String> fields) {

        public Asked {
            fields = Set.copyOf(fields);
        }
    }
}
