package io.rapport.contact.domain;

import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lists of which one entry is the primary one, and the field beside each that holds its value: {@code phones} and
 * {@code phone}. Either may be written; afterwards they say the same. Whoever knows the single field only, as the first
 * version of this service did, changes the primary entry.
 *
 * @param <T> the entries
 */
final class PrimaryEntries<T> {

    static final PrimaryEntries<ContactPhone> PHONES = new PrimaryEntries<>(ContactPhone::number, ContactPhone::primary,
            (phone, primary) -> new ContactPhone(phone.number(), phone.kind(), primary),
            (phone, number) -> new ContactPhone(number, phone == null ? null : phone.kind(), null));
    static final PrimaryEntries<ContactEmail> EMAILS = new PrimaryEntries<>(ContactEmail::address, ContactEmail::primary,
            (email, primary) -> new ContactEmail(email.address(), email.kind(), primary),
            (email, address) -> new ContactEmail(address, email == null ? null : email.kind(), null));
    /** Another customer is another link: role and period say nothing about it. */
    static final PrimaryEntries<CustomerLink> LINKS = new PrimaryEntries<>(CustomerLink::customerId,
            CustomerLink::primary, (link, primary) -> new CustomerLink(link.customerId(), link.role(), link.position(),
                    link.from(), link.to(), primary),
            (_, customerId) -> new CustomerLink(customerId, null, null, null, null, null));

    private final Function<T, String> value;
    private final Function<T, Boolean> primary;
    private final BiFunction<T, Boolean, T> marked;
    private final BiFunction<T, String, T> valued;

    private PrimaryEntries(Function<T, String> value, Function<T, Boolean> primary, BiFunction<T, Boolean, T> marked,
                           BiFunction<T, String, T> valued) {
        this.value = value;
        this.primary = primary;
        this.marked = marked;
        this.valued = valued;
    }

    /**
     * The facts after a change, with lists and single fields in step.
     *
     * @param before in step
     * @param patch  what was asked for
     * @param wanted what came of it component by component
     */
    static ContactFacts inStep(ContactFacts before, Patch<ContactFacts> patch, ContactFacts wanted) {
        ContactFacts given = patch.changed();
        return wanted
                .reachedBy(
                        PHONES.after(before.phones(), touched(patch, "phones", given.phones()), given.phones(),
                                touched(patch, "phone", given.phone()), given.phone()),
                        EMAILS.after(before.emails(), touched(patch, "emails", given.emails()), given.emails(),
                                touched(patch, "email", given.email()), given.email()))
                .linkedTo(LINKS.after(before.links(), touched(patch, "links", given.links()), given.links(),
                        touched(patch, "customerId", given.customerId()), given.customerId()));
    }

    /** Facts of an event of the first version, which knew single fields only. */
    static ContactFacts inStep(ContactFacts facts) {
        return facts.reachedBy(PHONES.led(facts.phones(), facts.phone()), EMAILS.led(facts.emails(), facts.email()))
                .linkedTo(LINKS.led(facts.links(), facts.customerId()));
    }

    private static boolean touched(Patch<ContactFacts> patch, String name, Object given) {
        return given != null || patch.cleared().contains(name);
    }

    /** The value of the primary entry; null without one. */
    String of(List<T> entries) {
        return entries == null || entries.isEmpty() ? null : value.apply(entries.get(primaryIn(entries)));
    }

    private List<T> after(List<T> before, boolean listTouched, List<T> list, boolean singleTouched, String single) {
        List<T> entries = listTouched ? list : before;
        if (!singleTouched) {
            return marked(entries, null);
        }
        if (single != null) {
            return led(entries, single);
        }
        return listTouched ? marked(entries, null) : marked(withoutPrimary(entries), null);
    }

    /** With the entry of this value as the primary one: one that is there, else in the place of the primary one. */
    private List<T> led(List<T> entries, String single) {
        if (single == null) {
            return marked(withoutPrimary(entries), null);
        }
        List<T> led = new ArrayList<>(entries == null ? List.of() : entries);
        if (led.stream().noneMatch(entry -> single.equals(value.apply(entry)))) {
            if (led.isEmpty()) {
                led.add(valued.apply(null, single));
            } else {
                int at = primaryIn(led);
                led.set(at, valued.apply(led.get(at), single));
            }
        }
        return marked(led, single);
    }

    private List<T> withoutPrimary(List<T> entries) {
        List<T> rest = new ArrayList<>(entries == null ? List.of() : entries);
        if (!rest.isEmpty()) {
            rest.remove(primaryIn(rest));
        }
        return rest;
    }

    /** @param single value of the entry to be marked; null for the one that is marked, or the first */
    private List<T> marked(List<T> entries, String single) {
        if (entries == null || entries.isEmpty()) {
            return null;
        }
        int at = single == null ? primaryIn(entries) : first(entries, single);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            all.add(marked.apply(entries.get(i), i == at ? true : null));
        }
        return all.stream().distinct().toList();
    }

    private int first(List<T> entries, String single) {
        int marked = primaryIn(entries);
        if (single.equals(value.apply(entries.get(marked)))) {
            return marked;
        }
        return entries.stream().map(value).toList().indexOf(single);
    }

    private int primaryIn(List<T> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (Boolean.TRUE.equals(primary.apply(entries.get(i)))) {
                return i;
            }
        }
        return 0;
    }
}
