package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.contacts.ContactDocument;
import io.rapport.reporting.contacts.ContactDocument.Address;
import io.rapport.reporting.contacts.ContactDocument.Email;
import io.rapport.reporting.contacts.ContactDocument.Link;
import io.rapport.reporting.contacts.ContactDocument.Phone;
import io.rapport.reporting.contacts.ContactDocument.Social;
import io.rapport.reporting.intake.RecordKind;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.DATE;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.Found.AS_EMAIL;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_PHONE;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of a contact. A contact of several customers is found by each of them. */
final class ContactFields {

    static final FieldCatalogue<ContactDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.CONTACT, ContactDocument.class, List.of(
            text("id", ContactDocument::id),
            text("name", ContactDocument::name).found(AS_NAME),
            text("position", ContactDocument::position).found(BY_SOUND).counted(),
            text("department", ContactDocument::department).found(BY_SOUND).counted(),
            text("responsibilities", ContactDocument::responsibilities).found(AS_TEXT),
            text("kind", ContactDocument::kind).counted(),
            text("email", ContactDocument::email).found(AS_EMAIL),
            text("emails.address", each(ContactDocument::emails, Email::address)).found(AS_EMAIL),
            text("phone", ContactDocument::phone).found(AS_PHONE),
            text("phones.number", each(ContactDocument::phones, Phone::number)).found(AS_PHONE),
            text("wechat", ContactDocument::wechat).found(AS_TEXT),
            text("socialLinks.address", each(ContactDocument::socialLinks, Social::address)).found(AS_TEXT),
            text("address.street", part(ContactDocument::address, Address::street)).found(AS_TEXT),
            text("address.city", part(ContactDocument::address, Address::city)).found(BY_SOUND).counted(),
            text("address.province", part(ContactDocument::address, Address::province)).found(BY_SOUND).counted(),
            text("address.postalCode", part(ContactDocument::address, Address::postalCode)),
            text("address.country", part(ContactDocument::address, Address::country)).counted(),
            of("birthday", DATE, ContactDocument::birthday),
            text("notes", ContactDocument::notes).found(AS_TEXT),
            text("interests", ContactDocument::interests).found(BY_SOUND).counted(),
            text("tags", ContactDocument::tags).found(BY_SOUND).counted(),
            text("customerId", ContactDocument::customerIds),
            text("links.role", each(ContactDocument::links, Link::role)).counted(),
            text("links.position", each(ContactDocument::links, Link::position)).found(BY_SOUND).counted(),
            text("consentedTo", ContactDocument::consentedTo).counted(),
            text("owner", ContactDocument::owner).counted(),
            text("team", ContactDocument::team).counted(),
            of("createdAt", INSTANT, ContactDocument::createdAt),
            text("createdBy", ContactDocument::createdBy).counted(),
            of("updatedAt", INSTANT, ContactDocument::updatedAt),
            text("updatedBy", ContactDocument::updatedBy).counted(),
            of("version", NUMBER, ContactDocument::version),
            of("archived", BOOLEAN, ContactDocument::archived).counted()));

    private ContactFields() {
    }

    private static <T> Function<ContactDocument, List<String>> each(Function<ContactDocument, List<T>> entries,
            Function<T, String> value) {
        return contact -> entries.apply(contact).stream().map(value).filter(Objects::nonNull).toList();
    }

    private static Function<ContactDocument, String> part(Function<ContactDocument, Address> address,
            Function<Address, String> value) {
        return contact -> address.apply(contact) == null ? null : value.apply(address.apply(contact));
    }
}
