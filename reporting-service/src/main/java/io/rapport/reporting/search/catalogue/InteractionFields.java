package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.interactions.InteractionDocument;
import io.rapport.reporting.interactions.InteractionDocument.Participant;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.Found.AS_EMAIL;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of an interaction. */
final class InteractionFields {

    static final FieldCatalogue<InteractionDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.INTERACTION, InteractionDocument.class, List.of(
            text("id", InteractionDocument::id),
            text("kind", InteractionDocument::kind).counted(),
            of("time", INSTANT, InteractionDocument::time),
            text("subject", InteractionDocument::subject).found(AS_NAME),
            text("text", InteractionDocument::text).found(AS_TEXT),
            text("customerId", InteractionDocument::customerId),
            text("contactId", InteractionDocument::contactId),
            text("contactIds", InteractionDocument::contactIds),
            text("direction", InteractionDocument::direction).counted(),
            of("durationSeconds", NUMBER, InteractionDocument::durationSeconds),
            text("outcome", InteractionDocument::outcome).counted(),
            text("participants.address", each(Participant::address)).found(AS_EMAIL),
            text("participants.name", each(Participant::name)).found(BY_SOUND),
            text("opportunityId", InteractionDocument::opportunityId),
            text("tags", InteractionDocument::tags).found(BY_SOUND).counted(),
            text("attachments", InteractionDocument::attachments).found(AS_TEXT),
            text("messageId", InteractionDocument::messageId),
            of("createdAt", INSTANT, InteractionDocument::createdAt),
            text("createdBy", InteractionDocument::createdBy).counted(),
            of("updatedAt", INSTANT, InteractionDocument::updatedAt),
            text("updatedBy", InteractionDocument::updatedBy).counted(),
            of("version", NUMBER, InteractionDocument::version),
            of("archived", BOOLEAN, InteractionDocument::archived).counted()));

    private InteractionFields() {
    }

    private static Function<InteractionDocument, List<String>> each(Function<Participant, String> part) {
        return interaction -> interaction.participants().stream().map(part).filter(Objects::nonNull).toList();
    }
}
