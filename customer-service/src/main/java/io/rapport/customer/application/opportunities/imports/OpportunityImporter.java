package io.rapport.customer.application.opportunities.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customers.imports.MentionedCustomers;
import io.rapport.customer.application.customfields.CustomCells;
import io.rapport.customer.application.opportunities.OpportunityIdentities;
import io.rapport.customer.application.opportunities.OpportunityIdentities.Identity;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
import io.rapport.customer.domain.opportunities.OpportunityFields;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.jobs.mapping.LabelFolding;
import io.rapport.values.Patch;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Imports opportunities. A row is about the opportunity of that name of its customer. Blank cells say nothing: what is
 * known stays.
 */
@Component
public class OpportunityImporter implements RowImporter<OpportunityRow> {

    private final MentionedCustomers customers;
    private final OpportunityIdentities identities;
    private final Pipelines pipelines;
    private final OpportunityFields fields;

    OpportunityImporter(MentionedCustomers customers, OpportunityIdentities identities, Pipelines pipelines,
                        OpportunityFields fields) {
        this.customers = customers;
        this.identities = identities;
        this.pipelines = pipelines;
        this.fields = fields;
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
        return OpportunityRowReader.read(values, pipelines, fields.custom());
    }

    @Override
    public List<String> keys(OpportunityRow row) {
        return List.of(LabelFolding.fold(row.name()) + " of " + row.customer().key());
    }

    @Override
    public List<PlannedRow> plan(List<OpportunityRow> rows) {
        MentionedCustomers.Found found = customers.find(rows.stream().map(OpportunityRow::customer).toList());
        Map<CustomerMention, Object> ids = new HashMap<>();
        rows.forEach(row -> ids.computeIfAbsent(row.customer(), mention -> idOrRefusal(found, mention)));
        Map<Identity, List<String>> known = identities.find(rows.stream()
                .filter(row -> ids.get(row.customer()) instanceof String)
                .map(row -> Identity.of((String) ids.get(row.customer()), row.name())).distinct().toList());
        return rows.stream().map(row -> switch (ids.get(row.customer())) {
            case Refusal refusal -> new PlannedRow.Refuse(refusal);
            case Object id -> plan(row, (String) id, known.getOrDefault(Identity.of((String) id, row.name()), List.of()));
        }).toList();
    }

    private static Object idOrRefusal(MentionedCustomers.Found found, CustomerMention mention) {
        try {
            return found.idOf(mention);
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static PlannedRow plan(OpportunityRow row, String customerId, List<String> known) {
        if (known.size() > 1) {
            return new PlannedRow.Refuse(
                    Refusal.of(Refusal.Kind.CONFLICT, "name", "opportunity-ambiguous", known.size()));
        }
        if (known.isEmpty()) {
            return new PlannedRow.Create(new OpportunityCommand.Open(RecordIds.next(), row.facts(customerId),
                    row.pipeline(), row.stage(), null, row.assignment()));
        }
        List<OpportunityCommand.Part> parts = new ArrayList<>();
        parts.add(new OpportunityCommand.Part.ChangeFacts(new Patch<>(row.facts(customerId), Set.of())));
        if (!row.assignment().equals(Assignment.NOBODY)) {
            parts.add(new OpportunityCommand.Part.AssignOwner(new Patch<>(row.assignment(), Set.of())));
        }
        if (row.pipeline() != null || row.stage() != null) {
            parts.add(new OpportunityCommand.Part.MoveTo(row.pipeline(), row.stage()));
        }
        return new PlannedRow.Change(new OpportunityCommand.Change(known.getFirst(), null, parts));
    }
}
