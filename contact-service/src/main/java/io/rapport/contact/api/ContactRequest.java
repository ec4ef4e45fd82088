package io.rapport.contact.api;

import io.rapport.contact.domain.ChannelConsent;
import io.rapport.contact.domain.ContactEmail;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.contact.domain.ContactPhone;
import io.rapport.contact.domain.CustomerLink;
import io.rapport.contact.domain.LunarDate;
import io.rapport.contact.domain.OfficeAddress;
import io.rapport.contact.domain.SocialLink;
import io.rapport.contracts.CustomValues;
import io.rapport.values.Assignment;

import java.time.LocalDate;
import java.util.List;

/** A contact as clients write it: flat, every field optional to the parser. What a field may hold is said by the domain. */
record ContactRequest(
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
        String owner,
        String team,
        CustomValues custom) {

    ContactFacts facts() {
        return new ContactFacts(name, position, department, responsibilities, kind, phone, phones, email, emails, wechat,
                socialLinks, address, birthday, lunarBirthday, notes, interests, tags, customerId, links, consents, null,
                custom);
    }

    Assignment assignment() {
        return new Assignment(owner, team);
    }
}
