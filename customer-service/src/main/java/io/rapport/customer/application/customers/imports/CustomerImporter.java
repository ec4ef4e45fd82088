package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.AnsweringCustomers;
import io.rapport.customer.application.customers.imports.CustomerIdentities.Known;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.application.rights.SeenRecords;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.CustomerSettings;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Imports customers. A row with a number is about the customer that has it; a row without one is about the customer of
 * the same {@link Identity}, unless the user chose another {@link Recognition}. A row about a customer that was merged
 * is about the one that answers for it, and is noted. Blank cells say nothing: what is known stays.
 */
@Component
public class CustomerImporter implements RowImporter<CustomerRow> {

    private final CustomerIdentities identities;
    private final ListCells lists;
    private final CustomerSettings settings;
    private final CustomValueUse customValues;
    private final AnsweringCustomers answering;
    private final SeenRecords seen;

    CustomerImporter(CustomerIdentities identities, ListCells lists, CustomerSettings settings,
                     CustomValueUse customValues, AnsweringCustomers answering, SeenRecords seen) {
        this.seen = seen;
        this.customValues = customValues;
        this.answering = answering;
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
    public List<PlannedRow> plan(List<CustomerRow> rows, Caller caller) {
        Recognition chosen = rows.getFirst().recognition();
        Function<CustomerRow, List<String>> found = chosen == null || chosen.equals(Recognition.NUMBER)
                ? asUsual(rows) : chosen.isCustom() ? byCustomField(rows, chosen) : byIdentity(rows, chosen);
        List<String> all = rows.stream().flatMap(row -> found.apply(row).stream()).distinct().toList();
        Set<String> visible = seen.of(Kind.CUSTOMER, all, caller);
        Function<CustomerRow, List<String>> known = row -> found.apply(row).stream().filter(visible::contains).toList();
        Map<String, String> survivors = answering.answeringFor(visible);
        return rows.stream().map(row -> plan(row, known.apply(row), survivors)).toList();
    }

    private Function<CustomerRow, List<String>> byCustomField(List<CustomerRow> rows, Recognition chosen) {
        Map<String, List<String>> known = customValues.recordsHolding(RecordKind.CUSTOMER, chosen.customField(),
                rows.stream().map(chosen::customText).toList());
        return row -> known.getOrDefault(chosen.customText(row), List.of());
    }

    private Function<CustomerRow, List<String>> byIdentity(List<CustomerRow> rows, Recognition chosen) {
        List<Identity> wanted = rows.stream().map(CustomerRow::identity).toList();
        List<String> fields = chosen.fields();
        Map<String, List<String>> known = identities.byAny(
                        fields.contains("name") ? wanted.stream().map(Identity::name).toList() : List.of(),
                        fields.equals(List.of("phone")) ? wanted.stream().map(Identity::phone).toList() : List.of(),
                        fields.equals(List.of("email")) ? wanted.stream().map(Identity::email).toList() : List.of())
                .stream().collect(Collectors.groupingBy(customer -> chosen.key(customer.identity()),
                        Collectors.mapping(Known::customerId, Collectors.toList())));
        return row -> known.getOrDefault(chosen.key(row), List.of());
    }

    private Function<CustomerRow, List<String>> asUsual(List<CustomerRow> rows) {
        Map<String, String> byNumber = identities.byNumber(
                rows.stream().map(CustomerRow::number).filter(Objects::nonNull).toList());
        Map<String, List<Known>> byName = identities.byName(
                rows.stream().filter(row -> row.number() == null).map(row -> row.identity().name()).toList());
        return row -> row.number() != null ? Stream.ofNullable(byNumber.get(row.number())).toList()
                : byName.getOrDefault(row.identity().name(), List.of()).stream()
                        .filter(known -> row.identity().isSame(known.identity())).map(Known::customerId).toList();
    }

    /** @param survivors who answers for those of the known customers that were merged */
    private static PlannedRow plan(CustomerRow row, List<String> known, Map<String, String> survivors) {
        List<String> customers = known.stream().map(id -> survivors.getOrDefault(id, id)).distinct().toList();
        if (customers.size() > 1) {
            return new PlannedRow.Refuse(
                    Refusal.of(Refusal.Kind.CONFLICT, "", "customer-ambiguous", customers.size()));
        }
        if (customers.isEmpty()) {
            return new PlannedRow.Create(new CustomerCommand.Register(RecordIds.next(), row.number(), row.facts(),
                    row.salesStatus(), row.assignment()));
        }
        String customerId = customers.getFirst();
        return known.contains(customerId) ? new PlannedRow.Change(change(customerId, row.number(), row.facts(), row))
                : redirected(customerId, row);
    }

    /** What the row recognised the merged customer by stays that one's: it may come back. */
    private static PlannedRow redirected(String survivor, CustomerRow row) {
        CustomerFacts facts = row.facts().withoutName();
        if (row.recognition() != null && row.recognition().isCustom()) {
            facts = facts.withoutCustom(row.recognition().customField());
        }
        return new PlannedRow.Change(change(survivor, null, facts, row),
                List.of(FieldError.of("", "customer-redirected", survivor)));
    }

    private static CustomerCommand.Change change(String customerId, String number, CustomerFacts facts,
                                                 CustomerRow row) {
        List<CustomerCommand.Part> parts = new ArrayList<>();
        parts.add(new CustomerCommand.Part.ChangeFacts(number, new Patch<>(facts, Set.of())));
        if (row.salesStatus() != null) {
            parts.add(new CustomerCommand.Part.ChangeStatus(row.salesStatus()));
        }
        if (!row.assignment().equals(Assignment.NOBODY)) {
            parts.add(new CustomerCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
        }
        return new CustomerCommand.Change(customerId, null, parts);
    }
}
