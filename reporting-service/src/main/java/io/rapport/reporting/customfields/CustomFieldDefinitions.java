package io.rapport.reporting.customfields;

import io.rapport.reporting.intake.PresentDocuments;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;

/** The custom fields there are. */
@Component
public class CustomFieldDefinitions extends PresentDocuments<CustomFieldDocument, List<CustomFieldDocument>> {

    CustomFieldDefinitions(RecordStore store, CustomFieldReadModel model) {
        super(store, model);
    }

    /**
     * Those of one kind of record in the order of their keys, without removed ones.
     *
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public List<CustomFieldDocument> of(RecordKind kind) {
        return present().stream().filter(field -> kind.code().equals(field.owner())).toList();
    }

    @Override
    protected List<CustomFieldDocument> of(List<CustomFieldDocument> fields) {
        return fields.stream().filter(field -> !field.archived())
                .sorted(Comparator.comparing(CustomFieldDocument::key)).toList();
    }
}
