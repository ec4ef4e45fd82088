package io.rapport.reporting.interactions;

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

/** How the public events of an interaction become its document. */
@Component
public class InteractionReadModel implements ReadModel<InteractionDocument> {

    private static final Set<String> FACTS = Set.of("kind", "time", "subject", "text", "customerId", "contactId");
    private static final Set<String> RECORDED =
            Stream.concat(FACTS.stream(), Stream.of("archived")).collect(Collectors.toUnmodifiableSet());

    private final FactFolding<InteractionDocument> folding =
            new FactFolding<>(InteractionDocument.class, FACTS, Buckets::remember);

    public InteractionReadModel() {
        folding.on("interaction.recorded.v1", folding::setFacts)
                .on("interaction.corrected.v1", folding::changeFacts)
                .on("interaction.deleted.v1", (document, data) -> document.put("archived", true))
                .on("interaction.restored.v1", (document, data) -> document.put("archived", false));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.INTERACTION;
    }

    @Override
    public Class<InteractionDocument> documentType() {
        return InteractionDocument.class;
    }

    @Override
    public String collection() {
        return "interactions";
    }

    @Override
    public Set<String> recordedFields() {
        return RECORDED;
    }

    @Override
    public ObjectNode recorded(InteractionDocument document) {
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
    public InteractionDocument fold(InteractionDocument before, EventEnvelope event) throws UnprojectableEvent {
        return folding.fold(before, event);
    }
}
