package io.rapport.customer.application.orders.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customers.imports.MentionedCustomers;
import io.rapport.customer.application.customfields.CustomCells;
import io.rapport.customer.application.orders.KnownOrders;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.customer.domain.orders.OrderCommand;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderFields;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.values.Patch;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports orders, one for each row, recognised by their numbers: without one, the same file twice would double what a
 * customer has bought. Blank cells say nothing: what is known stays.
 */
@Component
public class OrderImporter implements RowImporter<OrderRow> {

    private final MentionedCustomers customers;
    private final KnownOrders orders;
    private final OrderFields fields;

    OrderImporter(MentionedCustomers customers, KnownOrders orders, OrderFields fields) {
        this.customers = customers;
        this.orders = orders;
        this.fields = fields;
    }

    @Override
    public String recordKind() {
        return "order";
    }

    @Override
    public ImportColumns columns() {
        return OrderColumns.ALL.with(CustomCells.columns(fields.customFields()));
    }

    @Override
    public OrderRow read(Map<String, String> values) {
        return OrderRowReader.read(values, fields.customFields());
    }

    @Override
    public List<String> keys(OrderRow row) {
        return List.of("number " + KnownOrders.folded(row.number()));
    }

    @Override
    public List<PlannedRow> plan(List<OrderRow> rows) {
        Map<String, String> known = orders.byNumber(rows.stream().map(OrderRow::number).toList());
        MentionedCustomers.Found found = customers.find(rows.stream().map(OrderRow::customer)
                .filter(customer -> !customer.isEmpty()).toList());
        return rows.stream().map(row -> plan(row, known.get(KnownOrders.folded(row.number())), found)).toList();
    }

    private static PlannedRow plan(OrderRow row, String orderId, MentionedCustomers.Found found) {
        try {
            String customer = row.customer().isEmpty() ? null : found.idOf(row.customer());
            OrderFacts facts = row.facts(customer);
            if (orderId == null) {
                return new PlannedRow.Create(
                        new OrderCommand.Place(RecordIds.next(), row.number(), facts, row.assignment()));
            }
            List<OrderCommand.Part> parts = new ArrayList<>();
            parts.add(new OrderCommand.Part.ChangeFacts(null, new Patch<>(facts, Set.of())));
            if (!row.assignment().equals(Assignment.NOBODY)) {
                parts.add(new OrderCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
            }
            return new PlannedRow.Change(new OrderCommand.Change(orderId, null, parts));
        } catch (Refusal refusal) {
            return new PlannedRow.Refuse(refusal);
        }
    }
}
