package io.rapport.reporting.contacts;

import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Set;

/** How the public events of a contact become its document. */
@Component
public class ContactReadModel extends FoldedReadModel<ContactDocument> {

    private static final Set<String> FACTS = Set.of("name", "position", "email", "phone", "customerId");

    public ContactReadModel() {
        super(RecordKind.CONTACT, ContactDocument.class, "contacts", FACTS, Set.of("archived"), Buckets::remember);
        folding.on("contact.registered.v1", folding::setFacts)
                .on("contact.changed.v1", folding::changeFacts)
                .on("contact.archived.v1", (document, data) -> document.put("archived", true))
                .on("contact.restored.v1", (document, data) -> document.put("archived", false));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD);
    }
}
