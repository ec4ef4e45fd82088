package io.rapport.customer.application.customers.imports;

import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.jobs.mapping.LabelFolding;
import io.rapport.values.PhoneNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a customer is recognised by where no number says it: the name together with the phone or the e-mail, or the name
 * alone of one that has neither. Spellings that mean the same are equal.
 *
 * @param name  folded in width, case, script and punctuation
 * @param phone in dialling form; null when unknown
 * @param email lower case; null when unknown
 */
record Identity(String name, String phone, String email) {

    static Identity of(CustomerFacts facts) {
        return new Identity(nameKey(facts.name()), phoneKey(facts.phone()), emailKey(facts.email()));
    }

    static String nameKey(String name) {
        String folded = LabelFolding.fold(name);
        return folded.isEmpty() ? name.strip() : folded;
    }

    static String phoneKey(String phone) {
        return phone == null ? null : PhoneNumber.parse(phone).map(PhoneNumber::canonical).orElse(phone.strip());
    }

    static String emailKey(String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    boolean isSame(Identity other) {
        if (!name.equals(other.name)) {
            return false;
        }
        return phone == null && email == null
                ? other.phone == null && other.email == null
                : phone != null && Objects.equals(phone, other.phone) || email != null && Objects.equals(email, other.email);
    }

    /** Two identities with a key in common are the same, and the other way round. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(2);
        if (phone != null) {
            keys.add("phone " + phone + ' ' + name);
        }
        if (email != null) {
            keys.add("email " + email + ' ' + name);
        }
        return keys.isEmpty() ? List.of("name " + name) : keys;
    }
}
