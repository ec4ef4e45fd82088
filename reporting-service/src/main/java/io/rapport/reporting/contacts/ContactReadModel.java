package io.rapport.reporting.contacts;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the public events of a contact become its document. */
@Component
public class ContactReadModel implements ReadModel<ContactDocument> {

    private static final Set<String> FACTS = Set.of("name", "position", "email", "phone", "customerId");
    private static final Set<String> RECORDED =
            Stream.concat(FACTS.stream(), Stream.of("archived")).collect(Collectors.toUnmodifiableSet());

    private final FactFolding<ContactDocument> folding =
            new FactFolding<>(ContactDocument.class, FACTS, Buckets::remember);

    public ContactReadModel() {
        folding.on("contact.registered.v1", folding::setFacts)
                .on("contact.changed.v1", folding::changeFacts)
                .on("contact.archived.v1", (document, data) -> document.put("archived", true))
                .on("contact.restored.v1", (document, data) -> document.put("archived", false));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONTACT;
    }

    @Override
    public Class<ContactDocument> documentType() {
        return ContactDocument.class;
    }

    @Override
    public String collection() {
        return "contacts";
    }

    @Override
    public Set<String> recordedFields() {
        return RECORDED;
    }

    @Override
    public ObjectNode recorded(ContactDocument document) {
        return folding.recorded(document, RECORDED);
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD);
    }

    @Override
    public boolean knows(String eventType) {
        return folding.knows(eventType);
    }

    @Override
    public ContactDocument fold(ContactDocument before, EventEnvelope event) throws UnprojectableEvent {
        return folding.fold(before, event);
    }
}
