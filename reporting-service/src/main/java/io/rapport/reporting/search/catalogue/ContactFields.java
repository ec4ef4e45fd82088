package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.contacts.ContactDocument;
import io.rapport.reporting.intake.RecordKind;

import java.util.List;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.Found.AS_EMAIL;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_PHONE;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of a contact. */
final class ContactFields {

    static final FieldCatalogue<ContactDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.CONTACT, ContactDocument.class, List.of(
            text("id", ContactDocument::id),
            text("name", ContactDocument::name).found(AS_NAME),
            text("position", ContactDocument::position).found(BY_SOUND).counted(),
            text("email", ContactDocument::email).found(AS_EMAIL),
            text("phone", ContactDocument::phone).found(AS_PHONE),
            text("customerId", ContactDocument::customerId),
            of("createdAt", INSTANT, ContactDocument::createdAt),
            text("createdBy", ContactDocument::createdBy).counted(),
            of("updatedAt", INSTANT, ContactDocument::updatedAt),
            text("updatedBy", ContactDocument::updatedBy).counted(),
            of("version", NUMBER, ContactDocument::version),
            of("archived", BOOLEAN, ContactDocument::archived).counted()));

    private ContactFields() {
    }
}
