package io.rapport.contact.domain;

import io.rapport.contracts.CustomValues;
import io.rapport.values.FactSheet;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known about a contact. Each component may be null: not known, or in a change: not touched.
 *
 * @param responsibilities 职责
 * @param kind             name of a {@link ContactKind}
 * @param phone            the primary one of {@code phones}; see {@link PrimaryEntries}
 * @param email            the primary one of {@code emails}
 * @param wechat           微信
 * @param birthday         by the common calendar
 * @param lunarBirthday    by the Chinese calendar; a person celebrates one of the two, or both
 * @param customerId       the primary one of {@code links}; null for a person without a customer
 * @param links            what the person is to which customer
 * @param consents         at most one for each channel
 * @param card             what a vCard said that has no place of its own here, as a vCard
 * @param custom           values of the fields that administrators added
 */
public record ContactFacts(
        String name,
        String position,
        String department,
        String responsibilities,
        String kind,
        String phone,
        List<ContactPhone> phones,
        String email,
        List<ContactEmail> emails,
        String wechat,
        List<SocialLink> socialLinks,
        OfficeAddress address,
        LocalDate birthday,
        LunarDate lunarBirthday,
        String notes,
        List<String> interests,
        List<String> tags,
        String customerId,
        List<CustomerLink> links,
        List<ChannelConsent> consents,
        String card,
        CustomValues custom) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<ContactFacts> SHEET = FactSheet.of(ContactFacts.class, OfficeAddress.class,
            ContactPhone.class, ContactEmail.class, SocialLink.class, CustomerLink.class, ChannelConsent.class);

    public ContactFacts {
        phones = phones == null ? null : List.copyOf(phones);
        emails = emails == null ? null : List.copyOf(emails);
        socialLinks = socialLinks == null ? null : List.copyOf(socialLinks);
        interests = interests == null ? null : List.copyOf(interests);
        tags = tags == null ? null : List.copyOf(tags);
        links = links == null ? null : List.copyOf(links);
        consents = consents == null ? null : List.copyOf(consents);
    }

    /** A contact of whom only the name is known. */
    public static ContactFacts named(String name) {
        return new ContactFacts(name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null);
    }

    /** The same with other ways to reach the person; null lists for none. */
    ContactFacts reachedBy(List<ContactPhone> newPhones, List<ContactEmail> newEmails) {
        return new ContactFacts(name, position, department, responsibilities, kind, PrimaryEntries.PHONES.of(newPhones),
                newPhones, PrimaryEntries.EMAILS.of(newEmails), newEmails, wechat, socialLinks, address, birthday,
                lunarBirthday, notes, interests, tags, customerId, links, consents, card, custom);
    }

    /** The same belonging to other customers; null for none. */
    ContactFacts linkedTo(List<CustomerLink> newLinks) {
        return new ContactFacts(name, position, department, responsibilities, kind, phone, phones, email, emails, wechat,
                socialLinks, address, birthday, lunarBirthday, notes, interests, tags, PrimaryEntries.LINKS.of(newLinks),
                newLinks, consents, card, custom);
    }

    ContactFacts withTags(List<String> newTags) {
        return new ContactFacts(name, position, department, responsibilities, kind, phone, phones, email, emails, wechat,
                socialLinks, address, birthday, lunarBirthday, notes, interests, newTags, customerId, links, consents,
                card, custom);
    }

    ContactFacts withCustom(CustomValues newCustom) {
        return new ContactFacts(name, position, department, responsibilities, kind, phone, phones, email, emails, wechat,
                socialLinks, address, birthday, lunarBirthday, notes, interests, tags, customerId, links, consents,
                card, newCustom);
    }
}
