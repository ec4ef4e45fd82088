package io.rapport.knowncustomers;

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
final class CustomerIntake implements TopicReader {

    private final KnownCustomerTable table;
    private final KnownCustomerNames names;
    private final KnownCustomFields fields;
    private final TransactionTemplate transaction;

    CustomerIntake(KnownCustomerTable table, KnownCustomerNames names, KnownCustomFields fields,
                   TransactionTemplate transaction) {
        this.table = table;
        this.names = names;
        this.fields = fields;
        this.transaction = transaction;
    }

    /** A topic that is shorter than what was read is another one. */
    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        fields.refresh();
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
        List<CustomerTopicMessage> told =
                messages.stream().flatMap(message -> CustomerTopicMessage.read(message).stream()).toList();
        List<CustomFieldMessage> definitions = told.stream().filter(message -> !message.isOfCustomer())
                .map(CustomFieldMessage::of).toList();
        transaction.executeWithoutResult(_ -> {
            store(told.stream().filter(CustomerTopicMessage::isOfCustomer).toList());
            names.store(told);
            fields.store(definitions);
            table.move(positions);
        });
        if (!definitions.isEmpty()) {
            fields.refresh();
        }
        return Map.of();
    }

    /** Applies events that come in order for each customer. */
    void store(List<CustomerTopicMessage> messages) {
        Set<String> ids = messages.stream().map(CustomerTopicMessage::id).collect(Collectors.toSet());
        Map<String, KnownCustomer> before = table.find(ids);
        Map<String, KnownCustomer> after = new HashMap<>(before);
        Set<String> changed = new HashSet<>();
        for (CustomerTopicMessage message : messages) {
            KnownCustomer known = after.get(message.id());
            KnownCustomer then = KnownCustomer.after(known, message.id(), message.type(), message.sequence(),
                    message.data());
            if (!Objects.equals(known, then)) {
                after.put(message.id(), then);
                changed.add(message.id());
            }
        }
        table.store(changed.stream().map(after::get).toList());
    }
}
