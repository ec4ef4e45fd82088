package io.rapport.customer.application.orders.imports;

import io.rapport.contracts.Money;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.domain.orders.OrderLine;
import io.rapport.customfields.CustomFields;
import io.rapport.jobs.cells.AmountCell;
import io.rapport.jobs.cells.DateCell;
import io.rapport.jobs.customfields.CustomCells;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the texts of one row into an order, gathering every cell that cannot be understood. */
final class OrderRowReader {

    /** Of amounts that name no currency. */
    private static final String HOME_CURRENCY = "CNY";
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private final Map<String, String> values;
    private final CustomFields custom;
    private final FieldErrors errors = new FieldErrors();

    private OrderRowReader(Map<String, String> values, CustomFields custom) {
        this.values = values;
        this.custom = custom;
    }

    /**
     * @throws io.rapport.contracts.refusal.Refusal naming every cell that cannot be understood
     */
    static OrderRow read(Map<String, String> values, RecognisingField recognisedBy, CustomFields custom) {
        return new OrderRowReader(values, custom).row(recognisedBy);
    }

    private OrderRow row(RecognisingField recognisedBy) {
        if (recognisedBy != null) {
            recognisedBy.checkGiven(values, errors);
        }
        LocalDate orderedAt = date("orderedAt");
        BigDecimal quantity = quantity();
        Money unitPrice = amount("unitPrice");
        String product = values.get("product");
        OrderLine line = null;
        if (product != null) {
            line = new OrderLine(product, quantity, unitPrice, unitPrice == null ? amount("amount") : null);
        } else if (quantity != null || unitPrice != null) {
            errors.add("lines", "required");
        }
        Money amount = amount("amount");
        OrderRow row = new OrderRow(recognisedBy, values.get("number"), CustomerMention.in(values),
                values.get("opportunityId"), values.get("contract"), orderedAt, line == null ? null : List.of(line), amount, values.get("note"),
                CustomCells.read(custom, values, errors), new Assignment(values.get("owner"), values.get("team")));
        if (recognisedBy == null && row.number() == null) {
            whatElseRecognisesItIsGiven(row);
        }
        errors.throwIfAny();
        return row;
    }

    private void whatElseRecognisesItIsGiven(OrderRow row) {
        if (row.customer().isEmpty()) {
            errors.add("customer", "required");
        }
        if (values.get("orderedAt") == null) {
            errors.add("orderedAt", "required");
        }
        if (errors.isEmpty() && row.total() == null) {
            errors.add("amount", "required");
        }
    }

    private BigDecimal quantity() {
        String text = values.get("quantity");
        if (text == null) {
            return null;
        }
        String plain = text.replace(",", "");
        if (!QUANTITY.matcher(plain).matches()) {
            errors.add("quantity", "quantity-unclear");
            return null;
        }
        return new BigDecimal(plain);
    }

    private LocalDate date(String field) {
        String text = values.get(field);
        return text == null ? null : DateCell.parse(text).orElseGet(() -> refused(field, "date-unclear"));
    }

    private Money amount(String field) {
        String text = values.get(field);
        return text == null ? null
                : AmountCell.parse(text, HOME_CURRENCY).orElseGet(() -> refused(field, "amount-unclear"));
    }

    private <T> T refused(String field, String code) {
        errors.add(OrderColumns.ALL.pathOf(field), code);
        return null;
    }
}
