package io.rapport.contact.publication;

import io.rapport.contracts.CustomValues;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Data of the public events of a contact, version 1. Described by the JSON Schemas in {@code contracts/contact/v1};
 * within a version there are only additions. What is null is left out.
 */
public sealed interface ContactContract {

    /** {@code contact.registered.v1} */
    record Registered(Facts facts, String owner, String team) implements ContactContract {
    }

    /**
     * {@code contact.changed.v1}
     *
     * @param changed only facts that changed; lists whole
     */
    record Changed(Facts changed, Set<String> cleared) implements ContactContract {
    }

    /** {@code contact.owner-assigned.v1} */
    record OwnerAssigned(String owner, String team) implements ContactContract {
    }

    /** What is known about a contact. */
    record Facts(
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
            List<Consent> consents,
            String card,
            CustomValues custom) {
    }

    record Phone(String number, String kind, Boolean primary) {
    }

    record Email(String address, String kind, Boolean primary) {
    }

    record Social(String network, String address) {
    }

    record Address(String street, String city, String province, String postalCode, String country) {
    }

    record Lunar(Integer year, Integer month, Integer day, Boolean leap) {
    }

    record Link(String customerId, String role, String position, LocalDate from, LocalDate to, Boolean primary) {
    }

    record Consent(String channel, String status, String source, LocalDate date) {
    }
}
