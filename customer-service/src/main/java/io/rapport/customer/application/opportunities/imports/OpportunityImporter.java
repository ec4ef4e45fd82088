package io.rapport.customer.application.opportunities.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customers.imports.MentionedCustomers;
import io.rapport.customer.application.customers.imports.MentionedCustomers.Mentioned;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.application.opportunities.OpportunityIdentities;
import io.rapport.customer.application.opportunities.OpportunityIdentities.Identity;
import io.rapport.customer.application.rights.SeenRecords;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
import io.rapport.customer.domain.opportunities.OpportunityFields;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.customfields.RecordKind;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.customfields.CustomCells;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.jobs.mapping.LabelFolding;
import io.rapport.rights.Kind;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Imports opportunities. A row is about the opportunity of that name of its customer, or about the one that holds the
 * same text in the custom field that the user chose. Blank cells say nothing: what is known stays.
 */
@Component
public class OpportunityImporter implements RowImporter<OpportunityRow> {

    private final MentionedCustomers customers;
    private final OpportunityIdentities identities;
    private final Pipelines pipelines;
    private final OpportunityFields fields;
    private final CustomValueUse customValues;
    private final SeenRecords seen;

    OpportunityImporter(MentionedCustomers customers, OpportunityIdentities identities, Pipelines pipelines,
                        OpportunityFields fields, CustomValueUse customValues, SeenRecords seen) {
        this.seen = seen;
        this.customers = customers;
        this.identities = identities;
        this.pipelines = pipelines;
        this.fields = fields;
        this.customValues = customValues;
    }

    @Override
    public String recordKind() {
        return "opportunity";
    }

    @Override
    public ImportColumns columns() {
        return OpportunityColumns.ALL.with(CustomCells.columns(fields.custom()));
    }

    @Override
    public OpportunityRow read(Map<String, String> values) {
        return read(values, null);
    }

    @Override
    public List<String> recognitions() {
        return RecognisingField.codes(fields.custom());
    }

    @Override
    public OpportunityRow read(Map<String, String> values, String recognisedBy) {
        return OpportunityRowReader.read(values, RecognisingField.of(recognisedBy), pipelines, fields.custom());
    }

    @Override
    public List<String> keys(OpportunityRow row) {
        RecognisingField chosen = row.recognisedBy();
        return List.of(chosen != null ? chosen.code() + ' ' + chosen.textIn(row.custom())
                : LabelFolding.fold(row.name()) + " of " + row.customer().key());
    }

    @Override
    public List<PlannedRow> plan(List<OpportunityRow> rows, Caller caller) {
        Map<CustomerMention, Object> mentioned = mentioned(rows, caller);
        List<OpportunityRow> mentioning = rows.stream()
                .filter(row -> !(mentioned.get(row.customer()) instanceof Refusal)).toList();
        RecognisingField chosen = rows.getFirst().recognisedBy();
        Function<OpportunityRow, List<String>> found = chosen == null ? byCustomerAndName(mentioning, mentioned)
                : byCustomField(mentioning, chosen);
        Set<String> visible = seen.of(Kind.OPPORTUNITY,
                mentioning.stream().flatMap(row -> found.apply(row).stream()).distinct().toList(), caller);
        return rows.stream().map(row -> mentioned.get(row.customer()) instanceof Refusal refusal
                ? new PlannedRow.Refuse(refusal)
                : plan(row, mentioned, found.apply(row).stream().filter(visible::contains).toList())).toList();
    }

    private Function<OpportunityRow, List<String>> byCustomerAndName(List<OpportunityRow> rows,
                                                                     Map<CustomerMention, Object> mentioned) {
        Map<Identity, List<String>> known =
                identities.find(rows.stream().map(row -> identity(row, mentioned)).distinct().toList());
        return row -> known.getOrDefault(identity(row, mentioned), List.of());
    }

    private Function<OpportunityRow, List<String>> byCustomField(List<OpportunityRow> rows, RecognisingField chosen) {
        Map<String, List<String>> known = customValues.recordsHolding(RecordKind.OPPORTUNITY, chosen.key(),
                rows.stream().map(row -> chosen.textIn(row.custom())).toList());
        return row -> known.getOrDefault(chosen.textIn(row.custom()), List.of());
    }

    /** The customer of each row that names one, or why there is none. */
    private Map<CustomerMention, Object> mentioned(List<OpportunityRow> rows, Caller caller) {
        MentionedCustomers.Found found = customers.find(rows.stream().map(OpportunityRow::customer)
                .filter(customer -> !customer.isEmpty()).toList(), caller);
        Map<CustomerMention, Object> mentioned = new HashMap<>();
        rows.stream().map(OpportunityRow::customer).filter(customer -> !customer.isEmpty())
                .forEach(customer -> mentioned.computeIfAbsent(customer, mention -> oneOrRefusal(found, mention)));
        return mentioned;
    }

    private static Object oneOrRefusal(MentionedCustomers.Found found, CustomerMention mention) {
        try {
            return found.of(mention);
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static Identity identity(OpportunityRow row, Map<CustomerMention, Object> mentioned) {
        return Identity.of(((Mentioned) mentioned.get(row.customer())).id(), row.name());
    }

    private static PlannedRow plan(OpportunityRow row, Map<CustomerMention, Object> mentioned, List<String> known) {
        Mentioned customer = (Mentioned) mentioned.get(row.customer());
        if (known.size() > 1) {
            return new PlannedRow.Refuse(
                    Refusal.of(Refusal.Kind.CONFLICT, "name", "opportunity-ambiguous", known.size()));
        }
        if (known.isEmpty()) {
            return customer == null ? new PlannedRow.Refuse(Refusal.of(Refusal.Kind.INVALID, "customer", "required"))
                    : new PlannedRow.Create(new OpportunityCommand.Open(RecordIds.next(), row.facts(customer.id()),
                            row.pipeline(), row.stage(), null, row.assignment()), customer.notes());
        }
        // Recognised by its customer it has that one, or one that was merged into it and may come back.
        String other = row.recognisedBy() == null || customer == null ? null : customer.id();
        return new PlannedRow.Change(change(known.getFirst(), other, row),
                customer == null ? List.of() : customer.notes());
    }

    private static OpportunityCommand.Change change(String opportunityId, String customerId, OpportunityRow row) {
        List<OpportunityCommand.Part> parts = new ArrayList<>();
        parts.add(new OpportunityCommand.Part.ChangeFacts(new Patch<>(row.facts(customerId), Set.of())));
        if (!row.assignment().equals(Assignment.NOBODY)) {
            parts.add(new OpportunityCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
        }
        if (row.pipeline() != null || row.stage() != null) {
            parts.add(new OpportunityCommand.Part.MoveTo(row.pipeline(), row.stage()));
        }
        return new OpportunityCommand.Change(opportunityId, null, parts);
    }
}
