package io.rapport.interaction.application.contacts;

import io.rapport.topics.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills the replica. Every process does, from where the tables stand: what another has read already changes nothing. */
final class ContactIntake implements TopicReader {

    private final KnownContactTable table;
    private final TransactionTemplate transaction;

    ContactIntake(KnownContactTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** A topic that is shorter than what was read is another one. */
    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        Map<Integer, Long> positions = table.positions();
        Map<Integer, Long> begin = new HashMap<>();
        ends.forEach((partition, end) -> {
            long next = positions.getOrDefault(partition, 0L);
            begin.put(partition, next <= end ? next : 0);
        });
        return begin;
    }

    @Override
    public Map<Integer, Long> take(List<ConsumerRecord<String, byte[]>> messages) {
        Map<Integer, Long> positions = new HashMap<>();
        messages.forEach(message -> positions.merge(message.partition(), message.offset() + 1, Math::max));
        List<ContactMessage> ofContacts =
                messages.stream().flatMap(message -> ContactMessage.read(message).stream()).toList();
        transaction.executeWithoutResult(_ -> {
            store(ofContacts);
            table.move(positions);
        });
        return Map.of();
    }

    /** Applies events that come in order for each contact. */
    private void store(List<ContactMessage> messages) {
        Map<String, KnownContact> before =
                table.find(messages.stream().map(ContactMessage::id).collect(Collectors.toSet()));
        Map<String, KnownContact> after = new HashMap<>(before);
        Set<String> changed = new HashSet<>();
        for (ContactMessage message : messages) {
            KnownContact known = after.get(message.id());
            KnownContact then = KnownContact.after(known, message.id(), message.type(), message.sequence(),
                    message.actor(), message.data());
            if (!Objects.equals(known, then)) {
                after.put(message.id(), then);
                changed.add(message.id());
            }
        }
        // In the order of ids, so that two processes that store the same rows do not wait for each other in a circle.
        changed.stream().sorted().map(after::get).forEach(table::store);
    }
}
