package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.application.contacts.KnownContacts;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.interaction.domain.interactions.Participant;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A mail or meeting of a file, which can be brought in. */
record InteractionRow(String kind, Instant time, String subject, String text, List<Participant> participants,
                      Integer durationSeconds, List<String> attachments, String messageId) {

    /** What it means where these contacts are known. */
    InteractionFacts facts(KnownContacts.Found known) {
        List<Participant> people = participants.stream().map(one -> new Participant(known.contact(one.address()),
                one.address(), one.name(), one.role())).toList();
        String sender = contactIn(people, "FROM");
        String contact = sender != null ? sender : people.stream().map(Participant::contactId)
                .filter(Objects::nonNull).findFirst().orElse(null);
        return new InteractionFacts(kind, time, subject, text, known.customer(addresses()), contact,
                direction(sender, contact), durationSeconds, null, people, null, null, attachments, messageId);
    }

    List<String> addresses() {
        return participants.stream().map(Participant::address).toList();
    }

    /** A mail of somebody we know came in; one to somebody we know went out. */
    private String direction(String sender, String contact) {
        if (!kind.equals("EMAIL") || contact == null) {
            return null;
        }
        return sender != null ? "INBOUND" : "OUTBOUND";
    }

    private static String contactIn(List<Participant> people, String role) {
        return people.stream().filter(one -> role.equals(one.role())).map(Participant::contactId)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
