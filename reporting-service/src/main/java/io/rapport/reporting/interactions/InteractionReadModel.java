package io.rapport.reporting.interactions;

import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Stream;

/** How the public events of an interaction become its document. */
@Component
public class InteractionReadModel extends FoldedReadModel<InteractionDocument> {

    private static final Set<String> FACTS = Set.of("kind", "time", "subject", "text", "customerId", "contactId",
            "direction", "durationSeconds", "outcome", "participants", "opportunityId", "tags", "attachments",
            "messageId");

    public InteractionReadModel() {
        super(RecordKind.INTERACTION, InteractionDocument.class, "interactions", FACTS, Set.of("archived"),
                InteractionReadModel::derive);
        folding.on("interaction.recorded.v1", folding::setFacts)
                .on("interaction.corrected.v1", folding::changeFacts)
                .on("interaction.deleted.v1", (document, data) -> document.put("archived", true))
                .on("interaction.restored.v1", (document, data) -> document.put("archived", false))
                .on("interaction.withdrawn.v1", (document, data) ->
                        document.put("archived", true).put("withdrawn", true));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD, "withdrawn");
    }

    private static void derive(ObjectNode document) {
        Buckets.remember(document);
        ArrayNode contacts = document.putArray("contactIds");
        Stream.concat(Stream.of(document.path("contactId")),
                        document.path("participants").valueStream().map(one -> one.path("contactId")))
                .map(id -> id.asString("")).filter(id -> !id.isEmpty()).distinct().forEach(contacts::add);
    }
}
