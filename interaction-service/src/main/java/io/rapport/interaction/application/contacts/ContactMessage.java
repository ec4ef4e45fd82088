package io.rapport.interaction.application.contacts;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A public event of a contact.
 *
 * @param id       of the contact
 * @param sequence of the event in the contact's history, from 1
 * @param actor    who did it; null where the event does not say
 */
record ContactMessage(String id, String type, long sequence, String actor, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTACT = "contact.";

    /** Empty for events of other records in the topic, and for what cannot be read. */
    static Optional<ContactMessage> read(ConsumerRecord<String, byte[]> message) {
        String type = header(message, "ce_type");
        String sequence = header(message, "ce_sequence");
        if (type == null || sequence == null || message.key() == null || !type.startsWith(CONTACT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ContactMessage(message.key(), type, Long.parseLong(sequence),
                    header(message, "ce_actor"),
                    message.value() == null ? JSON.createObjectNode() : JSON.readTree(message.value())));
        } catch (JacksonException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
