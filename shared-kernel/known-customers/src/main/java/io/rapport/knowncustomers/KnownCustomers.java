package io.rapport.knowncustomers;

import io.rapport.rights.Action;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import io.rapport.web.problem.ProblemException;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What this service knows of customers: whether there is one, and for whose sake what belongs to it is seen. */
public final class KnownCustomers {

    private static final Pattern RECORD_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** A customer, the one that it was merged into, and so on: asked for one by one. */
    private static final int MOST_ASKED = 10;

    private final KnownCustomerTable table;
    private final OwningService owner;
    private final BooleanSupplier filled;

    /** @param filled whether everything that the topic held at the start is known */
    KnownCustomers(KnownCustomerTable table, OwningService owner, BooleanSupplier filled) {
        this.table = table;
        this.owner = owner;
        this.filled = filled;
    }

    /**
     * Before a command that refers to a customer, on the request's thread: what is not known here, or not so that the
     * caller sees it, is asked of the owner once. So a customer of a moment ago counts, and one assigned just now.
     *
     * @param customerId null passes, and what is no id
     * @throws ProblemException 503 when the owner would have to be asked and does not answer
     */
    public void lookUp(String customerId, Rights rights) {
        if (customerId != null && RECORD_ID.matcher(customerId).matches() && !isVisible(customerId, rights)) {
            ask(customerId);
        }
    }

    /** Whether there is such a customer for the caller, as far as is known here. */
    public boolean isVisible(String customerId, Rights rights) {
        return table.findAnswering(customerId)
                .filter(customer -> rights.may(Kind.CUSTOMER, Action.READ, Holders.of(customer.owner()))).isPresent();
    }

    /**
     * Whether there is such a record for the caller, as far as is known here.
     *
     * @param recordOwner owner of the record itself; null for nobody
     * @param customerIds the customers that it belongs to
     */
    public boolean isVisible(Kind kind, String recordOwner, Collection<String> customerIds, Rights rights) {
        return customerIds.isEmpty() ? rights.may(kind, Action.READ, Holders.of(recordOwner))
                : customerIds.stream().anyMatch(id -> rights.may(kind, Action.READ, table.findAnswering(id)
                        .map(customer -> Holders.ofBelonging(recordOwner, customer.owner()))
                        .orElseGet(() -> Holders.ofUnknownCustomer(recordOwner))));
    }

    private void ask(String customerId) {
        String wanted = customerId;
        for (int asked = 0; wanted != null && asked < MOST_ASKED; asked++) {
            Optional<KnownCustomer> found = owner.find(wanted);
            found.ifPresent(customer -> table.store(List.of(customer)));
            wanted = found.map(KnownCustomer::mergedInto).orElse(null);
        }
    }

    /**
     * For whose sake a record is seen and changed.
     *
     * @param recordOwner owner of the record itself; null for nobody
     * @param customerIds the customers that it belongs to
     * @throws ProblemException 503 while a customer may only not have been read yet
     */
    Holders holders(String recordOwner, Collection<String> customerIds) {
        return customerIds.stream().map(customerId -> holders(recordOwner, customerId)).reduce(Holders::or)
                .orElseGet(() -> Holders.of(recordOwner));
    }

    private Holders holders(String recordOwner, String customerId) {
        Optional<KnownCustomer> customer = table.findAnswering(customerId);
        if (customer.isEmpty() && !filled.getAsBoolean()) {
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
        return customer.map(known -> Holders.ofBelonging(recordOwner, known.owner()))
                .orElseGet(() -> Holders.ofUnknownCustomer(recordOwner));
    }
}
