package io.rapport.reporting.contacts;

import io.rapport.reporting.belonging.BelongsToCustomer;
import io.rapport.reporting.belonging.CustomerHold;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.rights.Holders;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A contact as it is read; fields that nobody has set are null, lists are then empty.
 *
 * @param phone       the primary one of {@code phones}
 * @param email       the primary one of {@code emails}
 * @param customerId  the primary one of {@code links}
 * @param customerIds those of all links, each once
 * @param consentedTo channels over which the person agrees to marketing
 * @param card        what a vCard said that has no place of its own, as a vCard
 * @param owner       null for whoever entered it
 */
public record ContactDocument(
        @BsonId String id,
        String name,
        String position,
        String department,
        String responsibilities,
        String kind,
        String phone,
        List<Phone> phones,
        String email,
        List<Email> emails,
        String wechat,
        List<Social> socialLinks,
        Address address,
        LocalDate birthday,
        Lunar lunarBirthday,
        String notes,
        List<String> interests,
        List<String> tags,
        String customerId,
        List<Link> links,
        List<String> customerIds,
        List<Consent> consents,
        List<String> consentedTo,
        String card,
        Document custom,
        String owner,
        String team,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived,
        List<String> buckets,
        CustomerHold customerHold,
        boolean withdrawn) implements BelongsToCustomer {

    public ContactDocument {
        phones = phones == null ? List.of() : List.copyOf(phones);
        emails = emails == null ? List.of() : List.copyOf(emails);
        socialLinks = socialLinks == null ? List.of() : List.copyOf(socialLinks);
        interests = interests == null ? List.of() : List.copyOf(interests);
        tags = tags == null ? List.of() : List.copyOf(tags);
        links = links == null ? List.of() : List.copyOf(links);
        customerIds = customerIds == null ? List.of() : List.copyOf(customerIds);
        consents = consents == null ? List.of() : List.copyOf(consents);
        consentedTo = consentedTo == null ? List.of() : List.copyOf(consentedTo);
        buckets = buckets == null ? List.of() : List.copyOf(buckets);
    }

    /** @param primary true for the one that is called first */
    public record Phone(String number, String kind, Boolean primary) {
    }

    /** @param primary true for the one that is written to first */
    public record Email(String address, String kind, Boolean primary) {
    }

    /** Where the person is found on a social network. */
    public record Social(String network, String address) {
    }

    /** Where the person works. */
    public record Address(String street, String city, String province, String postalCode, String country) {
    }

    /** A day of the Chinese calendar; the year is null where it is not known. */
    public record Lunar(Integer year, Integer month, Integer day, Boolean leap) {
    }

    /** What the person is to a customer. */
    public record Link(String customerId, String role, String position, LocalDate from, LocalDate to, Boolean primary) {
    }

    /** Whether the person agrees to marketing over one channel. */
    public record Consent(String channel, String status, String source, LocalDate date) {
    }

    @Override
    public Holders holders() {
        return BelongsToCustomer.holders(this, owner == null ? createdBy : owner);
    }

    @Override
    public ContactDocument heldBy(CustomerHold hold) {
        return new ContactDocument(id, name, position, department, responsibilities, kind, phone, phones, email, emails,
                wechat, socialLinks, address, birthday, lunarBirthday, notes, interests, tags, customerId, links,
                customerIds, consents, consentedTo, card, custom, owner, team, createdAt, createdBy, updatedAt, updatedBy,
                version, archived, buckets, hold, withdrawn);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.CONTACT;
    }
}
