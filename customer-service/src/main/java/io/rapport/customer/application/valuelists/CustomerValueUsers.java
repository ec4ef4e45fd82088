package io.rapport.customer.application.valuelists;

import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.customer.domain.valuelists.ValueUsers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts customers by what the table of their identities holds. */
@Component
class CustomerValueUsers implements ValueUsers {

    private final JdbcClient database;

    CustomerValueUsers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long count(ValueListName list, String code) {
        // Waits for commands on their way and holds new ones up, so that none brings the value in meanwhile.
        database.sql("LOCK TABLE customer_identity IN SHARE MODE").update();
        return database.sql("SELECT count(*) FROM customer_identity WHERE " + column(list) + " = ?")
                .param(code).query(Long.class).single();
    }

    private static String column(ValueListName list) {
        return switch (list) {
            case TYPE -> "type";
            case LEVEL -> "level";
            case SALES_STATUS -> "sales_status";
            case INDUSTRY -> "industry";
            case REGION -> "region";
            case SOURCE -> "source";
            case OUTCOME -> throw new IllegalArgumentException("not of customers: " + list);
        };
    }
}
