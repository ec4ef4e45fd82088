package io.rapport.interaction.application.contacts;

import io.rapport.interaction.application.contacts.KnownContactTable.Holder;
import io.rapport.knowncustomers.KnownCustomers;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whose addresses these are, as far as the caller may see the contacts. */
public final class KnownContacts {

    /** Providers of mail: who has an address there says nothing of where he belongs. */
    private static final Set<String> PUBLIC_DOMAINS = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
            "live.com", "msn.com", "yahoo.com", "yahoo.com.cn", "yahoo.com.tw", "icloud.com", "me.com", "aol.com",
            "gmx.net", "gmx.de", "web.de", "proton.me", "protonmail.com", "qq.com", "vip.qq.com", "foxmail.com",
            "163.com", "vip.163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "vip.sina.com", "sohu.com",
            "aliyun.com", "tom.com", "139.com", "189.cn", "wo.cn", "21cn.com", "hinet.net", "pchome.com.tw");

    private final KnownContactTable table;
    private final KnownCustomers customers;

    KnownContacts(KnownContactTable table, KnownCustomers customers) {
        this.table = table;
        this.customers = customers;
    }

    /**
     * Whose addresses these are and where they belong.
     *
     * @param contacts  id of the contact by address; what nobody, or more than one, is known by is not there
     * @param customers ids of the customers of these contacts, by id of the contact
     * @param domains   ids of the customers of all contacts at a domain, by domain; public domains are not there
     */
    public record Found(Map<String, String> contacts, Map<String, Set<String>> customers,
                        Map<String, Set<String>> domains) {

        /** Null where nobody, or more than one, is known by the address. */
        public String contact(String address) {
            return contacts.get(folded(address));
        }

        /**
         * The one customer that those belong to who have these addresses: by what is known of them, else by the domain.
         *
         * @return null where there is none, or more than one
         */
        public String customer(Collection<String> addresses) {
            Set<String> of = new TreeSet<>();
            addresses.stream().map(this::contact).filter(contact -> contact != null)
                    .forEach(contact -> of.addAll(customers.getOrDefault(contact, Set.of())));
            if (of.isEmpty()) {
                addresses.forEach(address -> of.addAll(domains.getOrDefault(domain(folded(address)), Set.of())));
            }
            return of.size() == 1 ? of.iterator().next() : null;
        }
    }

    /** @param rights of whom it is asked for */
    public Found find(Collection<String> addresses, Rights rights) {
        Set<String> wanted = new TreeSet<>();
        addresses.forEach(address -> wanted.add(folded(address)));
        Set<String> domains = new TreeSet<>();
        wanted.stream().map(KnownContacts::domain).filter(domain -> !PUBLIC_DOMAINS.contains(domain)).forEach(domains::add);
        Sight sight = new Sight(rights);
        Map<String, Set<String>> holders = new HashMap<>();
        Map<String, Set<String>> belonging = new HashMap<>();
        for (Holder contact : sight.of(table.byAddress(wanted))) {
            contact.addresses().forEach(address ->
                    holders.computeIfAbsent(address, _ -> new HashSet<>()).add(contact.id()));
            belonging.put(contact.id(), sight.customersOf(contact));
        }
        Map<String, String> contacts = new HashMap<>();
        holders.forEach((address, ids) -> {
            if (ids.size() == 1) {
                contacts.put(address, ids.iterator().next());
            }
        });
        Map<String, Set<String>> ofDomains = new HashMap<>();
        for (Holder contact : sight.of(table.byDomain(domains))) {
            contact.domains().stream().filter(domains::contains).forEach(domain -> ofDomains
                    .computeIfAbsent(domain, _ -> new TreeSet<>()).addAll(sight.customersOf(contact)));
        }
        return new Found(contacts, belonging, ofDomains);
    }

    /** What one caller sees, asked of the database once for each customer. */
    private final class Sight {

        private final Rights rights;
        private final Map<String, Boolean> contacts = new HashMap<>();
        private final Map<String, Boolean> visible = new HashMap<>();

        private Sight(Rights rights) {
            this.rights = rights;
        }

        List<Holder> of(List<Holder> holders) {
            return holders.stream().filter(contact -> contacts.computeIfAbsent(
                    contact.owner() + ' ' + contact.customers(), _ -> customers.isVisible(Kind.CONTACT, contact.owner(),
                            contact.customers(), rights))).toList();
        }

        Set<String> customersOf(Holder contact) {
            Set<String> seen = new TreeSet<>(contact.customers());
            seen.removeIf(id -> !visible.computeIfAbsent(id, any -> customers.isVisible(any, rights)));
            return seen;
        }
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
