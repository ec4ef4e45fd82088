package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.Money;
import io.rapport.customer.domain.customers.CustomerAddress;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.OpeningValues;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.customfields.CustomFields;
import io.rapport.jobs.cells.AmountCell;
import io.rapport.jobs.cells.DateCell;
import io.rapport.jobs.customfields.CustomCells;
import io.rapport.values.Assignment;
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
    private final ListCells lists;
    private final CustomFields custom;
    private final FieldErrors errors = new FieldErrors();

    private CustomerRowReader(Map<String, String> values, ListCells lists, CustomFields custom) {
        this.values = values;
        this.lists = lists;
        this.custom = custom;
    }

    /**
     * @throws io.rapport.contracts.refusal.Refusal naming every cell that cannot be understood
     */
    static CustomerRow read(Map<String, String> values, Recognition recognition, ListCells lists,
                            CustomFields custom) {
        return new CustomerRowReader(values, lists, custom).row(recognition);
    }

    private CustomerRow row(Recognition recognition) {
        if (recognition != null) {
            recognition.fields().stream().filter(field -> !field.equals("name") && text(field) == null)
                    .forEach(field -> errors.add(field, "required"));
        }
        if (text("name") == null) {
            errors.add("name", "required");
        }
        CustomerFacts facts = new CustomerFacts(text("name"),
                listed(ValueListName.TYPE), listed(ValueListName.LEVEL), listed(ValueListName.INDUSTRY),
                text("headcount"), amount("annualRevenue"), date("founded"), text("businessScope"),
                text("marketPosition"), text("country"), text("province"), text("city"),
                listed(ValueListName.REGION), address(), text("phone"), text("fax"), text("email"), text("website"),
                listed(ValueListName.SOURCE), list("tags"), list("interests"), text("needs"),
                text("productPreference"), date("expectedClose"), openingValues(),
                CustomCells.read(custom, values, errors));
        CustomerRow row = new CustomerRow(text("number"), facts, listed(ValueListName.SALES_STATUS), recognition,
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

    private String listed(ValueListName name) {
        return lists.read(name, text(name.code()), errors);
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
