package io.rapport.reporting.search.likeness;

import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.TextFolding;
import io.rapport.values.PhoneNumber;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What customers are compared by, each in one notation.
 *
 * @param id      null for a customer that is not saved yet
 * @param number  as it was given; null for none
 * @param phones  phone and fax numbers, E.164 where the country is known, without extension
 * @param email   null for none
 * @param domains that the customer has registered
 */
public record Traits(String id, String number, Set<String> phones, String email, Set<String> domains,
                     OrganisationName name) {

    /** Shorter names are found by their sound and whole only. */
    private static final int SHORTEST_NEAR = 4;
    private static final int SHORTEST_SOUND = 5;

    public static Traits of(CustomerProfile customer) {
        return of(customer.id(), customer.number(), customer.name(), Stream.of(customer.phone(), customer.fax()),
                customer.email(), customer.website());
    }

    /** @param id null for a customer that is not saved yet; all others may be null too */
    public static Traits of(String id, String number, String name, Stream<String> phones, String email,
                            String website) {
        Set<String> domains = new LinkedHashSet<>();
        Optional.ofNullable(email).flatMap(Domains::ofEmail).ifPresent(domains::add);
        Optional.ofNullable(website).flatMap(Domains::ofWebsite).ifPresent(domains::add);
        return new Traits(id, number, phones.filter(Objects::nonNull).map(PhoneNumber::parse)
                .flatMap(Optional::stream).map(phone -> phone.canonical().replaceFirst(";ext=.*", ""))
                .collect(Collectors.toUnmodifiableSet()),
                email == null ? null : TextFolding.fold(email), Set.copyOf(domains),
                OrganisationName.of(name == null ? "" : name));
    }

    /**
     * Customers that are one have at least one of these in common, or a domain, unless their names are merely
     * near.
     */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        phones.forEach(phone -> keys.add("p:" + phone));
        if (email != null) {
            keys.add("e:" + email);
        }
        if (number != null) {
            keys.add("i:" + number);
        }
        if (!name.core().isEmpty()) {
            keys.add("n:" + name.sorted());
        }
        if (name.sound().length() >= SHORTEST_SOUND) {
            keys.add("s:" + name.sound());
        }
        return keys;
    }

    /** What an organisation shares with its branches, and with nobody else. */
    public List<String> domainKeys() {
        return domains.stream().map(domain -> "d:" + domain).toList();
    }

    /** Customers with near names have most of these in common. */
    public List<String> nearKeys() {
        return name.length() < SHORTEST_NEAR ? List.of()
                : name.pairs().stream().distinct().map(pair -> "g:" + pair).toList();
    }

    /** The keys of every sort, none longer than an index takes. */
    public List<String> allKeys() {
        return Stream.of(keys(), domainKeys(), nearKeys()).flatMap(List::stream).map(EqualityKeys::of).toList();
    }
}
