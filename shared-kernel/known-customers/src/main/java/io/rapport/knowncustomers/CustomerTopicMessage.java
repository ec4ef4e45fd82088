package io.rapport.knowncustomers;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A public event of the customer service: of a customer, or of a custom field.
 *
 * @param id       of the record
 * @param sequence of the event in the record's history, from 1
 */
record CustomerTopicMessage(String id, String type, long sequence, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CUSTOMER = "customer.";

    boolean isOfCustomer() {
        return type.startsWith(CUSTOMER);
    }

    /** Empty for events of other records in the topic, and for what cannot be read. */
    static Optional<CustomerTopicMessage> read(ConsumerRecord<String, byte[]> message) {
        String type = header(message, "ce_type");
        String sequence = header(message, "ce_sequence");
        if (type == null || sequence == null || message.key() == null
                || !(type.startsWith(CUSTOMER) || CustomFieldMessage.isOne(type))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CustomerTopicMessage(message.key(), type, Long.parseLong(sequence),
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
