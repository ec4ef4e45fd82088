package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.interactions.InteractionDocument;

import java.util.List;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
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
            of("createdAt", INSTANT, InteractionDocument::createdAt),
            text("createdBy", InteractionDocument::createdBy).counted(),
            of("updatedAt", INSTANT, InteractionDocument::updatedAt),
            text("updatedBy", InteractionDocument::updatedBy).counted(),
            of("version", NUMBER, InteractionDocument::version),
            of("archived", BOOLEAN, InteractionDocument::archived).counted()));

    private InteractionFields() {
    }
}
