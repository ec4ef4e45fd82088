package io.rapport.reporting.interactions;

import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Set;

/** How the public events of an interaction become its document. */
@Component
public class InteractionReadModel extends FoldedReadModel<InteractionDocument> {

    private static final Set<String> FACTS = Set.of("kind", "time", "subject", "text", "customerId", "contactId");

    public InteractionReadModel() {
        super(RecordKind.INTERACTION, InteractionDocument.class, "interactions", FACTS, Set.of("archived"),
                Buckets::remember);
        folding.on("interaction.recorded.v1", folding::setFacts)
                .on("interaction.corrected.v1", folding::changeFacts)
                .on("interaction.deleted.v1", (document, data) -> document.put("archived", true))
                .on("interaction.restored.v1", (document, data) -> document.put("archived", false));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD);
    }
}
