package io.rapport.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries as messages: CloudEvents 1.0 in Kafka's binary form, the data described in {@code contracts/trail/v1}. */
public final class TrailMessages {

    public static final String TYPE = "trail.recorded.v1";

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private TrailMessages() {
    }

    /** What travels as data; within version 1 there are only additions. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Data(Instant at, String who, String action, String kind, List<String> records, Map<String, String> details,
                String requestId) {

        static Data of(TrailEntry entry) {
            return new Data(entry.at(), entry.who(), entry.action(), entry.kind(), entry.records(),
                    entry.details(), entry.requestId());
        }
    }

    static byte[] data(TrailEntry entry) {
        return JSON.writeValueAsBytes(Data.of(entry));
    }

    static ProducerRecord<String, byte[]> write(String topic, String service, TrailEntry entry) {
        return KafkaMessageFactory.createWriter(topic, entry.id()).writeBinary(CloudEventBuilder.v1()
                .withId(entry.id())
                .withSource(URI.create(service))
                .withType(TYPE)
                .withSubject(entry.id())
                .withTime(entry.at().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(data(entry))
                .build());
    }

    /** The entry in a message; empty for one that is no entry. */
    public static Optional<TrailEntry> read(ConsumerRecord<String, byte[]> message) {
        Header id = message.headers().lastHeader("ce_id");
        Header type = message.headers().lastHeader("ce_type");
        if (id == null || type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            Data data = JSON.readValue(message.value(), Data.class);
            return Optional.of(new TrailEntry(new String(id.value(), StandardCharsets.UTF_8), data.at, data.who,
                    data.action, data.kind, data.records == null ? List.of() : data.records,
                    data.details == null ? Map.of() : data.details, data.requestId));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }
}
