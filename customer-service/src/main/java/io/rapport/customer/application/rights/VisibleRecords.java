package io.rapport.customer.application.rights;

import io.rapport.eventstore.http.RecordAudience;
import io.rapport.rights.Action;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.web.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which customers, opportunities and orders a caller sees, by who owns them and the customers they belong to now. */
@Component
class VisibleRecords implements RecordAudience {

    private final CallerPermissions permissions;
    private final JdbcClient database;

    VisibleRecords(CallerPermissions permissions, JdbcClient database) {
        this.permissions = permissions;
        this.database = database;
    }

    /** A record and who holds it now. */
    record Held(Kind kind, Holders holders) {
    }

    /** A customer that became part of another is seen by whoever sees that one. */
    @Override
    public Set<String> visible(Collection<String> recordIds, Caller caller) {
        Permissions of = permissions.of(caller);
        Set<String> visible = new HashSet<>();
        held(recordIds).forEach((id, record) -> {
            if (of.owners(record.kind(), Action.READ).include(record.holders())) {
                visible.add(id);
            }
        });
        return visible;
    }

    /** Those of the records that there are, by id. */
    Map<String, Held> held(Collection<String> recordIds) {
        String[] ids = recordIds.toArray(String[]::new);
        Map<String, Held> held = new HashMap<>();
        database.sql("""
                SELECT r.id, r.kind, r.owner, c.customer_id IS NOT NULL,
                    CASE WHEN s.customer_id IS NULL THEN c.owner ELSE s.owner END
                FROM (SELECT customer_id AS id, 'customer' AS kind, owner, customer_id FROM customer_identity
                          WHERE customer_id = ANY (?)
                      UNION ALL SELECT opportunity_id, 'opportunity', owner, customer_id FROM opportunity_identity
                          WHERE opportunity_id = ANY (?)
                      UNION ALL SELECT order_id, 'order', owner, customer_id FROM customer_order
                          WHERE order_id = ANY (?)) r
                    LEFT JOIN customer_identity c ON c.customer_id = r.customer_id
                    LEFT JOIN customer_answering a ON a.customer_id = r.customer_id
                    LEFT JOIN customer_identity s ON s.customer_id = a.answering_id""")
                .param(ids).param(ids).param(ids)
                .query(row -> {
                    Holders holders = row.getBoolean(4) ? Holders.ofBelonging(row.getString(3), row.getString(5))
                            : Holders.ofUnknownCustomer(row.getString(3));
                    held.put(row.getString(1), new Held(Kind.of(row.getString(2)).orElseThrow(), holders));
                });
        return held;
    }
}
