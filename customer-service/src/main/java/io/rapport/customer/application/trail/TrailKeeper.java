package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.KeptTrail.Arrival;
import io.rapport.topics.TopicReader;
import io.rapport.trail.TrailMessages;
import io.rapport.trail.TrailProperties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what services write to the trail, a topic of one partition. The tables say where to go on. */
@Component
class TrailKeeper implements TopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(TrailKeeper.class);
    private static final int PARTITION = 0;

    private final KeptTrail kept;
    private final String topic;

    TrailKeeper(KeptTrail kept, TrailProperties properties) {
        this.kept = kept;
        this.topic = properties.topics().trail();
    }

    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        long next = kept.nextOffset();
        long end = ends.get(PARTITION);
        if (end < next) {
            LOG.error("{} ends at {}, but was read up to {}: it lost messages or is another topic; reading all of it",
                    topic, end, next);
            kept.readAgain();
            next = 0;
        }
        return Map.of(PARTITION, next);
    }

    @Override
    public Map<Integer, Long> take(List<ConsumerRecord<String, byte[]>> messages) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            var entry = TrailMessages.read(message);
            if (entry.isEmpty()) {
                LOG.warn("{} at {} is no entry of the trail", topic, message.offset());
            }
            arrivals.add(new Arrival(message.offset(), entry.orElse(null)));
        }
        long following = kept.add(arrivals);
        return following == arrivals.getLast().offset() + 1 ? Map.of() : Map.of(PARTITION, following);
    }
}
