package io.rapport.reporting.search.catalogue;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.customfields.CustomFieldDefinitions;
import io.rapport.reporting.customfields.CustomFieldDocument;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The list fields of a kind of record as they are at this moment for one caller: its own and those that administrators
 * added, without those that he may not see.
 */
@Component
public class ListFields {

    private final CustomFieldDefinitions definitions;
    private final ConsistencyGate gate;

    private final VisibilityRules rules;

    ListFields(CustomFieldDefinitions definitions, ConsistencyGate gate, VisibilityRules rules) {
        this.definitions = definitions;
        this.gate = gate;
        this.rules = rules;
    }

    /**
     * @param writes a read that names the definition of a field waits for it here: a filter cannot be read before
     * @throws com.mongodb.MongoException                if MongoDB cannot be reached
     * @throws io.rapport.web.problem.ProblemException 503 if a definition is not seen in time
     */
    public FieldCatalogue<? extends RecordDocument> of(RecordKind kind, Collection<ConsistencyToken> writes,
            Caller caller) {
        gate.awaitDocuments(RecordKind.CUSTOM_FIELD, writes.stream()
                .filter(write -> write.kind().equals(RecordKind.CUSTOM_FIELD.code())).toList());
        return with(Catalogues.of(kind), definitions.of(kind)).seenWith(rules.of(caller, kind));
    }

    private static <D extends RecordDocument> FieldCatalogue<D> with(FieldCatalogue<D> own,
            List<CustomFieldDocument> custom) {
        return custom.isEmpty() ? own : own.with(custom.stream().map(ListFields::<D>field).toList());
    }

    private static <D extends RecordDocument> ListField<D> field(CustomFieldDocument definition) {
        FieldType type = switch (definition.type()) {
            case "number" -> FieldType.CUSTOM_NUMBER;
            case "date" -> FieldType.CUSTOM_DATE;
            case "boolean" -> FieldType.CUSTOM_BOOLEAN;
            default -> FieldType.TEXT;
        };
        String key = definition.key();
        ListField<D> field = ListField.<D>of(ListField.CUSTOM + key, type,
                record -> record.custom() == null ? null : record.custom().get(key)).called(definition.label())
                .choosing(definition.options().stream().collect(Collectors.toMap(CustomFieldDocument.Option::code,
                        CustomFieldDocument.Option::label)));
        return type == FieldType.TEXT || type == FieldType.CUSTOM_BOOLEAN ? field.counted() : field;
    }
}
