package io.rapport.contact.publication;

import io.rapport.contact.domain.ContactEvent;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.contact.domain.LunarDate;
import io.rapport.contact.domain.OfficeAddress;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the world learns of each private event of a contact. */
@Component
class ContactPublication implements EventPublication<ContactEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(ContactEvent storedEvent) {
        return switch (storedEvent) {
            case ContactEvent.Registered e -> new PublicEvent("contact.registered.v1",
                    new ContactContract.Registered(facts(e.facts()), e.owner(), e.team()));
            case ContactEvent.FactsChanged e ->
                    new PublicEvent("contact.changed.v1", new ContactContract.Changed(facts(e.changed()), e.cleared()));
            case ContactEvent.OwnerAssigned e -> new PublicEvent("contact.owner-assigned.v1",
                    new ContactContract.OwnerAssigned(e.owner(), e.team()));
            case ContactEvent.Archived _ -> new PublicEvent("contact.archived.v1", NO_DATA);
            case ContactEvent.Restored _ -> new PublicEvent("contact.restored.v1", NO_DATA);
            case ContactEvent.Withdrawn _ -> new PublicEvent("contact.withdrawn.v1", NO_DATA);
        };
    }

    private static ContactContract.Facts facts(ContactFacts f) {
        return new ContactContract.Facts(f.name(), f.position(), f.department(), f.responsibilities(), f.kind(),
                f.phone(), each(f.phones(), p -> new ContactContract.Phone(p.number(), p.kind(), p.primary())),
                f.email(), each(f.emails(), e -> new ContactContract.Email(e.address(), e.kind(), e.primary())),
                f.wechat(), each(f.socialLinks(), s -> new ContactContract.Social(s.network(), s.address())),
                address(f.address()), f.birthday(), lunar(f.lunarBirthday()), f.notes(), f.interests(), f.tags(),
                f.customerId(), each(f.links(), l -> new ContactContract.Link(l.customerId(), l.role(), l.position(),
                        l.from(), l.to(), l.primary())),
                each(f.consents(), c -> new ContactContract.Consent(c.channel(), c.status(), c.source(), c.date())),
                f.card(), f.custom());
    }

    private static ContactContract.Address address(OfficeAddress a) {
        return a == null ? null
                : new ContactContract.Address(a.street(), a.city(), a.province(), a.postalCode(), a.country());
    }

    private static ContactContract.Lunar lunar(LunarDate d) {
        return d == null ? null : new ContactContract.Lunar(d.year(), d.month(), d.day(), d.leap());
    }

    private static <T, R> List<R> each(List<T> entries, Function<T, R> entry) {
        return entries == null ? null : entries.stream().map(entry).toList();
    }
}
