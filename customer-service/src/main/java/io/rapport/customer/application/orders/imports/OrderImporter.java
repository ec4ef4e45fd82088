package io.rapport.customer.application.orders.imports;

import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.MentionedCustomers;
import io.rapport.customer.application.customers.imports.MentionedCustomers.Mentioned;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.application.orders.KnownOrders;
import io.rapport.customer.application.rights.SeenRecords;
import io.rapport.customer.domain.orders.OrderCommand;
import io.rapport.customer.domain.orders.OrderFields;
import io.rapport.customfields.RecordKind;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.customfields.CustomCells;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.rights.Kind;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports orders. Rows of the same number that follow each other are the lines of one order. An order is recognised by
 * its number, or by the custom field that the user chose; one without a number, which the platform then gives, by its
 * customer, day and amount: else the same file twice would double what a customer has bought. Blank cells say nothing:
 * what is known stays.
 */
@Component
public class OrderImporter implements RowImporter<OrderRow> {

    private final MentionedCustomers customers;
    private final KnownOrders orders;
    private final OrderFields fields;
    private final CustomValueUse customValues;
    private final SeenRecords seen;

    OrderImporter(MentionedCustomers customers, KnownOrders orders, OrderFields fields, CustomValueUse customValues,
                  SeenRecords seen) {
        this.seen = seen;
        this.customers = customers;
        this.orders = orders;
        this.fields = fields;
        this.customValues = customValues;
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
        return read(values, null);
    }

    @Override
    public List<String> recognitions() {
        return RecognisingField.codes(fields.customFields());
    }

    @Override
    public OrderRow read(Map<String, String> values, String recognisedBy) {
        return OrderRowReader.read(values, RecognisingField.of(recognisedBy), fields.customFields());
    }

    @Override
    public String group(Map<String, String> values) {
        String number = values.get("number");
        return number == null ? null : KnownOrders.folded(number);
    }

    @Override
    public OrderRow join(List<OrderRow> rows) {
        return OrderRow.of(rows);
    }

    @Override
    public List<String> keys(OrderRow row) {
        if (row.recognisedBy() != null) {
            return List.of(row.recognisedBy().code() + ' ' + row.recognisedBy().textIn(row.custom()));
        }
        if (row.number() != null) {
            return List.of("number " + KnownOrders.folded(row.number()));
        }
        Money total = row.total();
        return List.of("bought " + row.customer().key() + ' ' + row.orderedAt() + ' '
                + total.amount().stripTrailingZeros().toPlainString() + total.currency());
    }

    @Override
    public List<PlannedRow> plan(List<OrderRow> rows, Caller caller) {
        MentionedCustomers.Found found = customers.find(rows.stream().map(OrderRow::customer)
                .filter(customer -> !customer.isEmpty()).toList(), caller);
        Map<OrderRow, Object> mentioned = new LinkedHashMap<>();
        rows.forEach(row -> mentioned.put(row, oneOrRefusal(found, row)));
        Known known = rows.getFirst().recognisedBy() != null ? byCustomField(rows, rows.getFirst().recognisedBy())
                : usual(mentioned);
        Set<String> visible = seen.of(Kind.ORDER,
                rows.stream().flatMap(row -> known.of(row).stream()).distinct().toList(), caller);
        return rows.stream().map(row -> mentioned.get(row) instanceof Refusal refusal
                ? new PlannedRow.Refuse(refusal)
                : plan(row, mentioned.get(row) instanceof Mentioned customer ? customer : null,
                        known.of(row).stream().filter(visible::contains).toList())).toList();
    }

    @FunctionalInterface
    private interface Known {

        /** Ids of the orders that a row may be about. */
        List<String> of(OrderRow row);
    }

    private Known byCustomField(List<OrderRow> rows, RecognisingField chosen) {
        Map<String, List<String>> known = customValues.recordsHolding(RecordKind.ORDER, chosen.key(),
                rows.stream().map(row -> chosen.textIn(row.custom())).toList());
        return row -> known.getOrDefault(chosen.textIn(row.custom()), List.of());
    }

    private Known usual(Map<OrderRow, Object> mentioned) {
        Map<String, String> byNumber = orders.byNumber(
                mentioned.keySet().stream().map(OrderRow::number).filter(number -> number != null).toList());
        Map<OrderRow, KnownOrders.Purchase> purchases = new LinkedHashMap<>();
        mentioned.forEach((row, customer) -> {
            if (row.number() == null && customer instanceof Mentioned buyer) {
                purchases.put(row, new KnownOrders.Purchase(buyer.id(), row.orderedAt(), row.total()));
            }
        });
        Map<KnownOrders.Purchase, List<String>> byPurchase = orders.byPurchase(purchases.values());
        return row -> row.number() == null ? byPurchase.getOrDefault(purchases.get(row), List.of())
                : byNumber.containsKey(KnownOrders.folded(row.number()))
                        ? List.of(byNumber.get(KnownOrders.folded(row.number()))) : List.of();
    }

    /** The customer that a row mentions, or why there is none; empty text for a row that mentions none. */
    private static Object oneOrRefusal(MentionedCustomers.Found found, OrderRow row) {
        try {
            return row.customer().isEmpty() ? "" : found.of(row.customer());
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static PlannedRow plan(OrderRow row, Mentioned customer, List<String> known) {
        if (known.size() > 1) {
            return new PlannedRow.Refuse(Refusal.of(Refusal.Kind.CONFLICT, "", "order-ambiguous", known.size()));
        }
        String customerId = customer == null ? null : customer.id();
        if (known.isEmpty()) {
            return new PlannedRow.Create(new OrderCommand.Place(RecordIds.next(), row.number(), row.facts(customerId),
                    row.assignment()), notes(customer));
        }
        // Of a customer that was merged: its orders stay its own, it may come back.
        String buyer = customer == null || customer.merged() ? null : customerId;
        List<OrderCommand.Part> parts = new ArrayList<>();
        parts.add(new OrderCommand.Part.ChangeFacts(null, new Patch<>(row.facts(buyer), Set.of())));
        if (!row.assignment().equals(Assignment.NOBODY)) {
            parts.add(new OrderCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
        }
        return new PlannedRow.Change(new OrderCommand.Change(known.getFirst(), null, parts), notes(customer));
    }

    private static List<FieldError> notes(Mentioned customer) {
        return customer == null ? List.of() : customer.notes();
    }
}
