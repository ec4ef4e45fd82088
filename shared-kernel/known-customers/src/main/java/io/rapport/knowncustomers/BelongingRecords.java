package io.rapport.knowncustomers;

import io.rapport.rights.Kind;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;

import java.util.Map;
import java.util.Set;

/**
 * What a service tells of its records of one kind, each of which may belong to customers, and to an owner or whoever
 * entered it.
 */
public interface BelongingRecords {

    Kind kind();

    /** Whether a command is for records of this kind: a service that has several tells them apart. */
    default boolean concerns(Object command) {
        return true;
    }

    /** Name of the field that says, in public events, whose a record is itself. */
    default String ownerField() {
        return "owner";
    }

    /** What the command for a new record asks for. */
    Asked asked(Object command);

    /** What a command asks of a record as it is now. */
    Asked asked(Object aggregateRoot, Object command);

    /**
     * The command for a new record, with the owner that it gets; asked where {@link Asked#assign()} is not null.
     *
     * @param assignment null components for nobody
     */
    default Object assigned(Object command, Assignment assignment) {
        return command;
    }

    /**
     * What a command asks for.
     *
     * @param recordId        of the record; null for a new one
     * @param assignment      who looks after the record now; without an owner, whoever entered it is
     * @param customerIds     the customers that the record belongs to
     * @param wantedCustomers the customers that it shall belong to, by the name of the field that says so
     * @param assign          another owner or team; null where the command does not speak of them
     * @param fields          names of all else that the command speaks of
     */
    record Asked(String recordId, Assignment assignment, Set<String> customerIds, Map<String, String> wantedCustomers,
                 Patch<Assignment> assign, Set<String> fields) {

        public Asked {
            customerIds = Set.copyOf(customerIds);
            wantedCustomers = Map.copyOf(wantedCustomers);
            fields = Set.copyOf(fields);
        }

        /**
         * Of a record without an owner of its own.
         *
         * @param customerId       the customer that the record belongs to; null for none
         * @param wantedCustomerId the customer that it shall belong to; null where the command does not speak of one
         */
        public Asked(String recordId, String customerId, String wantedCustomerId, Set<String> fields) {
            this(recordId, Assignment.NOBODY, customerId == null ? Set.of() : Set.of(customerId),
                    wantedCustomerId == null ? Map.of() : Map.of("customerId", wantedCustomerId), null, fields);
        }
    }
}
