package io.rapport.customer.application.opportunities;

import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.jobs.mapping.LabelFolding;
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

/**
 * By what each opportunity is recognised, its customer and its name, and who owns it. Follows the events within the transaction that
 * records them; of a batch all new opportunities are written by one statement.
 */
@Component
public class OpportunityIdentities {

    private final JdbcClient database;

    OpportunityIdentities(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /**
     * What an opportunity is recognised by.
     *
     * @param nameKey the name as {@link #folded} folds it
     */
    public record Identity(String customerId, String nameKey) {

        public static Identity of(String customerId, String name) {
            return new Identity(customerId, folded(name));
        }
    }

    static String folded(String name) {
        String folded = LabelFolding.fold(name);
        return folded.isEmpty() ? name.strip() : folded;
    }

    /** Ids of those that there are, also of customers for which this one answers; where several are recognised by the same, all of them. */
    public Map<Identity, List<String>> find(Collection<Identity> identities) {
        Map<Identity, List<String>> found = new HashMap<>();
        database.sql("""
                SELECT opportunity_id, customer, name FROM unnest(?, ?) AS wanted (customer, name)
                JOIN opportunity_identity ON name_key = name AND customer_id = ANY (ARRAY[customer]
                    || ARRAY(SELECT a.customer_id FROM customer_answering a WHERE a.answering_id = customer))""")
                .param(identities.stream().map(Identity::customerId).toArray(String[]::new))
                .param(identities.stream().map(Identity::nameKey).toArray(String[]::new))
                .query(row -> {
                    List<String> ids = found.computeIfAbsent(new Identity(row.getString(2), row.getString(3)),
                            _ -> new ArrayList<>());
                    if (!ids.contains(row.getString(1))) {
                        ids.add(row.getString(1));
                    }
                });
        return found;
    }

    private void follow(List<? extends EventMessage<?>> events) {
        List<OpportunityEvent.Opened> opened = new ArrayList<>();
        for (EventMessage<?> message : events) {
            if (message.getPayload() instanceof OpportunityEvent.Opened event) {
                opened.add(event);
            } else if (message.getPayload() instanceof OpportunityEvent event) {
                // One batch may open an opportunity and change it.
                insert(opened);
                opened.clear();
                follow(((DomainEventMessage<?>) message).getAggregateIdentifier(), event);
            }
        }
        insert(opened);
    }

    private void follow(String opportunityId, OpportunityEvent event) {
        if (event instanceof OpportunityEvent.FactsChanged changed
                && (changed.changed().name() != null || changed.changed().customerId() != null)) {
            String name = changed.changed().name();
            database.sql("""
                    UPDATE opportunity_identity SET customer_id = coalesce(?, customer_id),
                        name_key = coalesce(?, name_key) WHERE opportunity_id = ?""")
                    .param(changed.changed().customerId()).param(name == null ? null : folded(name))
                    .param(opportunityId).update();
        } else if (event instanceof OpportunityEvent.OwnerAssigned assigned) {
            database.sql("UPDATE opportunity_identity SET owner = ? WHERE opportunity_id = ?")
                    .param(assigned.owner()).param(opportunityId).update();
        } else if (event instanceof OpportunityEvent.Withdrawn) {
            database.sql("DELETE FROM opportunity_identity WHERE opportunity_id = ?").param(opportunityId).update();
        }
    }

    private void insert(List<OpportunityEvent.Opened> opened) {
        if (opened.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO opportunity_identity (opportunity_id, customer_id, name_key, owner)
                SELECT * FROM unnest(?, ?, ?, ?)""")
                .param(opened.stream().map(OpportunityEvent.Opened::opportunityId).toArray(String[]::new))
                .param(opened.stream().map(event -> event.facts().customerId()).toArray(String[]::new))
                .param(opened.stream().map(event -> folded(event.facts().name())).toArray(String[]::new))
                .param(opened.stream().map(OpportunityEvent.Opened::owner).toArray(String[]::new))
                .update();
    }
}
