package io.rapport.customer.application.customers.imports;

import io.rapport.customer.domain.customers.ChangedValues;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.SalesStatus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By what each customer is recognised, what it holds of administered lists, and who owns it. Follows the events within
 * the transaction that records them, so it is never behind; of a batch all new customers are written by one statement.
 */
@Component
class CustomerIdentities {

    private final JdbcClient database;

    CustomerIdentities(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /** Ids by number, of those numbers that a customer has. */
    Map<String, String> byNumber(Collection<String> numbers) {
        Map<String, String> ids = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.sql("SELECT number, customer_id FROM customer_identity WHERE number = ANY (?)")
                    .param(numbers.toArray(String[]::new))
                    .query(row -> {
                        ids.put(row.getString(1), row.getString(2));
                    });
        }
        return ids;
    }

    /** All customers of the given folded names, by that name. */
    Map<String, List<Known>> byName(Collection<String> nameKeys) {
        if (nameKeys.isEmpty()) {
            return Map.of();
        }
        return database.sql("""
                SELECT customer_id, name_key, phone_key, email_key FROM customer_identity
                WHERE name_key = ANY (?) ORDER BY customer_id""")
                .param(nameKeys.toArray(String[]::new))
                .query((row, n) -> new Known(row.getString(1),
                        new Identity(row.getString(2), row.getString(3), row.getString(4))))
                .stream().collect(Collectors.groupingBy(known -> known.identity().name()));
    }

    /** All customers that share the name, the phone or the e-mail of one of these, whichever of them are given. */
    List<Known> byAny(Collection<String> nameKeys, Collection<String> phoneKeys, Collection<String> emailKeys) {
        return database.sql("""
                SELECT customer_id, name_key, phone_key, email_key FROM customer_identity
                WHERE name_key = ANY (?) OR phone_key = ANY (?) OR email_key = ANY (?) ORDER BY customer_id""")
                .param(nameKeys.toArray(String[]::new)).param(phoneKeys.toArray(String[]::new))
                .param(emailKeys.toArray(String[]::new))
                .query((row, n) -> new Known(row.getString(1),
                        new Identity(row.getString(2), row.getString(3), row.getString(4)))).list();
    }

    /** A customer that exists. */
    record Known(String customerId, Identity identity) {
    }

    private void follow(List<? extends EventMessage<?>> events) {
        List<CustomerEvent.Registered> registered = new ArrayList<>();
        for (EventMessage<?> message : events) {
            if (message.getPayload() instanceof CustomerEvent.Registered event) {
                registered.add(event);
            } else if (message.getPayload() instanceof CustomerEvent event) {
                // One batch may register a customer and change it.
                insert(registered);
                registered.clear();
                follow(((DomainEventMessage<?>) message).getAggregateIdentifier(), event);
            }
        }
        insert(registered);
    }

    private void follow(String customerId, CustomerEvent change) {
        switch (change) {
            case CustomerEvent.FactsChanged event ->
                    update(customerId, event.number(), event.changed(), event.cleared());
            case CustomerEvent.StatusChanged event -> updateStatus(customerId, event.to());
            case CustomerEvent.OwnerAssigned event -> updateOwner(customerId, event.owner());
            case CustomerEvent.Absorbed event -> update(customerId, event.values());
            case CustomerEvent.Released event -> update(customerId, event.values());
            case CustomerEvent.Withdrawn _ -> database.sql("DELETE FROM customer_identity WHERE customer_id = ?")
                    .param(customerId).update();
            default -> { }
        }
    }

    private void update(String customerId, ChangedValues values) {
        update(customerId, null, values.facts(), values.cleared());
        if (values.salesStatus() != null) {
            updateStatus(customerId, values.salesStatus());
        }
        if (values.assignment() != null) {
            updateOwner(customerId, values.assignment().owner());
        }
    }

    private void updateOwner(String customerId, String owner) {
        database.sql("UPDATE customer_identity SET owner = ? WHERE customer_id = ?").param(owner).param(customerId)
                .update();
    }

    private void updateStatus(String customerId, SalesStatus status) {
        database.sql("UPDATE customer_identity SET sales_status = ? WHERE customer_id = ?")
                .params(status.name(), customerId).update();
    }

    private void insert(List<CustomerEvent.Registered> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Identity> identities = events.stream().map(event -> Identity.of(event.facts())).toList();
        database.sql("""
                INSERT INTO customer_identity (customer_id, number, name_key, phone_key, email_key,
                                               type, level, sales_status, industry, region, source, owner)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(events.stream().map(CustomerEvent.Registered::customerId).toArray(String[]::new))
                .param(events.stream().map(CustomerEvent.Registered::number).toArray(String[]::new))
                .param(identities.stream().map(Identity::name).toArray(String[]::new))
                .param(identities.stream().map(Identity::phone).toArray(String[]::new))
                .param(identities.stream().map(Identity::email).toArray(String[]::new))
                .param(facts(events, CustomerFacts::type))
                .param(facts(events, CustomerFacts::level))
                .param(events.stream().map(event -> event.salesStatus().name()).toArray(String[]::new))
                .param(facts(events, CustomerFacts::industry))
                .param(facts(events, CustomerFacts::region))
                .param(facts(events, CustomerFacts::source))
                .param(events.stream().map(CustomerEvent.Registered::owner).toArray(String[]::new))
                .update();
    }

    private static String[] facts(List<CustomerEvent.Registered> events, Function<CustomerFacts, String> fact) {
        return events.stream().map(event -> fact.apply(event.facts())).toArray(String[]::new);
    }

    private void update(String customerId, String number, CustomerFacts changed, Set<String> cleared) {
        String name = changed.name();
        String phone = changed.phone();
        String email = changed.email();
        boolean concerned = number != null || name != null || phone != null || email != null
                || cleared.contains("phone") || cleared.contains("email");
        if (concerned) {
            database.sql("""
                    UPDATE customer_identity SET number = coalesce(?, number), name_key = coalesce(?, name_key),
                        phone_key = CASE WHEN ? THEN NULL ELSE coalesce(?, phone_key) END,
                        email_key = CASE WHEN ? THEN NULL ELSE coalesce(?, email_key) END
                    WHERE customer_id = ?""")
                    .param(number).param(name == null ? null : Identity.nameKey(name))
                    .param(cleared.contains("phone")).param(Identity.phoneKey(phone))
                    .param(cleared.contains("email")).param(Identity.emailKey(email))
                    .param(customerId).update();
        }
        updateValues(customerId, changed, cleared);
    }

    /** What customers hold of administered lists is counted here before a value may vanish. */
    private void updateValues(String customerId, CustomerFacts changed, Set<String> cleared) {
        boolean concerned = changed.type() != null || changed.level() != null || changed.industry() != null
                || changed.region() != null || changed.source() != null
                || cleared.contains("industry") || cleared.contains("region") || cleared.contains("source");
        if (concerned) {
            database.sql("""
                    UPDATE customer_identity SET type = coalesce(?, type), level = coalesce(?, level),
                        industry = CASE WHEN ? THEN NULL ELSE coalesce(?, industry) END,
                        region = CASE WHEN ? THEN NULL ELSE coalesce(?, region) END,
                        source = CASE WHEN ? THEN NULL ELSE coalesce(?, source) END
                    WHERE customer_id = ?""")
                    .param(changed.type()).param(changed.level())
                    .param(cleared.contains("industry")).param(changed.industry())
                    .param(cleared.contains("region")).param(changed.region())
                    .param(cleared.contains("source")).param(changed.source())
                    .param(customerId).update();
        }
    }
}
