package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.Money;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.customer.domain.customers.CustomerAddress;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.CustomerPolicies;
import io.rapport.customer.domain.customers.OpeningValues;
import io.rapport.jobs.cells.AmountCell;
import io.rapport.jobs.cells.ChoiceCell;
import io.rapport.jobs.cells.DateCell;
import io.rapport.values.Choice;
import io.rapport.values.FieldErrors;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the texts of one row into facts, gathering every cell that cannot be understood. */
final class CustomerRowReader {

    /** Of amounts that name no currency. */
    private static final String HOME_CURRENCY = "CNY";
    private static final Pattern LIST = Pattern.compile("[,;，；、|]");

    private final Map<String, String> values;
    private final FieldErrors errors = new FieldErrors();

    private CustomerRowReader(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @throws io.rapport.contracts.refusal.Refusal naming every cell that cannot be understood
     */
    static CustomerRow read(Map<String, String> values) {
        return new CustomerRowReader(values).row();
    }

    private CustomerRow row() {
        if (text("name") == null) {
            errors.add("name", "required");
        }
        CustomerFacts facts = new CustomerFacts(text("name"),
                code("type", CustomerColumns.TYPES, CustomerPolicies.TYPES),
                code("level", CustomerColumns.LEVELS, CustomerPolicies.LEVELS),
                text("industry"), text("headcount"), amount("annualRevenue"), date("founded"), text("businessScope"),
                text("marketPosition"), text("country"), text("province"), text("city"), text("region"), address(),
                text("phone"), text("fax"), text("email"), text("website"), text("source"), list("tags"),
                list("interests"), text("needs"), text("productPreference"), date("expectedClose"), openingValues());
        CustomerRow row = new CustomerRow(text("number"), facts,
                code("salesStatus", CustomerColumns.SALES_STATUSES, CustomerPolicies.SALES_STATUSES),
                new Assignment(text("owner"), text("team")));
        errors.throwIfAny();
        return row;
    }

    private CustomerAddress address() {
        return allAbsent("address", "deliveryAddress")
                ? null : new CustomerAddress(text("address"), text("deliveryAddress"));
    }

    private OpeningValues openingValues() {
        return allAbsent("primaryContact", "lastInteractionAt", "openOpportunityAmount") ? null
                : new OpeningValues(text("primaryContact"), date("lastInteractionAt"), amount("openOpportunityAmount"));
    }

    private boolean allAbsent(String... fields) {
        return Stream.of(fields).map(values::get).allMatch(Objects::isNull);
    }

    private String text(String field) {
        return values.get(field);
    }

    private String code(String field, ChoiceCell labels, Choice choice) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return labels.parse(text).orElseGet(() -> {
            errors.add(field, "label-unknown", String.join(", ", choice.codes()));
            return null;
        });
    }

    private LocalDate date(String field) {
        String text = text(field);
        return text == null ? null : DateCell.parse(text).orElseGet(() -> refused(field, "date-unclear"));
    }

    private Money amount(String field) {
        String text = text(field);
        return text == null ? null
                : AmountCell.parse(text, HOME_CURRENCY).orElseGet(() -> refused(field, "amount-unclear"));
    }

    private List<String> list(String field) {
        String text = text(field);
        return text == null ? null
                : Arrays.stream(LIST.split(text)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private <T> T refused(String field, String code) {
        errors.add(CustomerColumns.ALL.pathOf(field), code);
        return null;
    }
}
