package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerIdentities.Known;
import io.rapport.customer.application.customfields.CustomCells;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.customfields.RecordKind;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.values.Patch;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Imports customers. A row with a number is about the customer that has it; a row without one is about the customer of
 * the same {@link Identity}, unless the user chose another
 * {@link Recognition}. Blank cells say nothing: what is known stays.
 */
@Component
public class CustomerImporter implements RowImporter<CustomerRow> {

    private final CustomerIdentities identities;
    private final ListCells lists;
    private final CustomerSettings settings;
    private final CustomValueUse customValues;

    CustomerImporter(CustomerIdentities identities, ListCells lists, CustomerSettings settings,
                     CustomValueUse customValues) {
        this.customValues = customValues;
        this.identities = identities;
        this.lists = lists;
        this.settings = settings;
    }

    @Override
    public String recordKind() {
        return "customer";
    }

    @Override
    public ImportColumns columns() {
        return CustomerColumns.ALL.with(CustomCells.columns(settings.customFields()));
    }

    @Override
    public CustomerRow read(Map<String, String> values) {
        return read(values, null);
    }

    @Override
    public List<String> recognitions() {
        return Recognition.codes(settings.customFields());
    }

    @Override
    public CustomerRow read(Map<String, String> values, String recognisedBy) {
        return CustomerRowReader.read(values, Recognition.of(recognisedBy), lists, settings.customFields());
    }

    @Override
    public List<String> keys(CustomerRow row) {
        Recognition chosen = row.recognition();
        if (chosen != null && !chosen.equals(Recognition.NUMBER)) {
            return List.of(chosen.key(row));
        }
        return row.number() == null ? row.identity().keys() : List.of("number " + row.number());
    }

    @Override
    public List<PlannedRow> plan(List<CustomerRow> rows) {
        Recognition chosen = rows.getFirst().recognition();
        if (chosen == null || chosen.equals(Recognition.NUMBER)) {
            return planAsUsual(rows);
        }
        Map<String, List<String>> known = chosen.isCustom() ? byCustomField(rows, chosen) : byIdentity(rows, chosen);
        return rows.stream().map(row -> planAmong(known.getOrDefault(chosen.key(row), List.of()), row)).toList();
    }

    private Map<String, List<String>> byCustomField(List<CustomerRow> rows, Recognition chosen) {
        Map<String, List<String>> known = new HashMap<>();
        customValues.recordsHolding(RecordKind.CUSTOMER, chosen.customField(),
                        rows.stream().map(chosen::customText).toList())
                .forEach((text, ids) -> known.put(chosen.code() + ' ' + text, ids));
        return known;
    }

    private Map<String, List<String>> byIdentity(List<CustomerRow> rows, Recognition chosen) {
        List<Identity> wanted = rows.stream().map(CustomerRow::identity).toList();
        List<String> fields = chosen.fields();
        return identities.byAny(
                        fields.contains("name") ? wanted.stream().map(Identity::name).toList() : List.of(),
                        fields.equals(List.of("phone")) ? wanted.stream().map(Identity::phone).toList() : List.of(),
                        fields.equals(List.of("email")) ? wanted.stream().map(Identity::email).toList() : List.of())
                .stream().collect(Collectors.groupingBy(customer -> chosen.key(customer.identity()),
                        Collectors.mapping(Known::customerId, Collectors.toList())));
    }

    private List<PlannedRow> planAsUsual(List<CustomerRow> rows) {
        Map<String, String> byNumber = identities.byNumber(
                rows.stream().map(CustomerRow::number).filter(Objects::nonNull).toList());
        Map<String, List<Known>> byName = identities.byName(
                rows.stream().filter(row -> row.number() == null).map(row -> row.identity().name()).toList());
        return rows.stream()
                .map(row -> row.number() == null
                        ? planByIdentity(row, byName.getOrDefault(row.identity().name(), List.of()))
                        : planFor(row, byNumber.get(row.number())))
                .toList();
    }

    private static PlannedRow planByIdentity(CustomerRow row, List<Known> namesakes) {
        Identity identity = row.identity();
        return planAmong(namesakes.stream().filter(known -> identity.isSame(known.identity())).map(Known::customerId)
                .toList(), row);
    }

    private static PlannedRow planAmong(List<String> customerIds, CustomerRow row) {
        return customerIds.size() > 1
                ? new PlannedRow.Refuse(Refusal.of(Refusal.Kind.CONFLICT, "", "customer-ambiguous", customerIds.size()))
                : planFor(row, customerIds.isEmpty() ? null : customerIds.getFirst());
    }

    private static PlannedRow planFor(CustomerRow row, String customerId) {
        if (customerId == null) {
            return new PlannedRow.Create(new CustomerCommand.Register(RecordIds.next(), row.number(), row.facts(),
                    row.salesStatus(), row.assignment()));
        }
        List<CustomerCommand.Part> parts = new ArrayList<>();
        parts.add(new CustomerCommand.Part.ChangeFacts(row.number(), new Patch<>(row.facts(), Set.of())));
        if (row.salesStatus() != null) {
            parts.add(new CustomerCommand.Part.ChangeStatus(row.salesStatus()));
        }
        if (!row.assignment().equals(Assignment.NOBODY)) {
            parts.add(new CustomerCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
        }
        return new PlannedRow.Change(new CustomerCommand.Change(customerId, null, parts));
    }
}
