package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.KeptTrail.Arrival;
import io.rapport.customer.application.trail.TrailTable.Head;
import io.rapport.eventstore.audit.FurtherAudit;
import io.rapport.trail.TrailMessages;
import io.rapport.trail.TrailProperties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Names the first entry of the trail that was changed, taken away or made up. May run beside the service. */
public final class TrailAudit implements FurtherAudit {

    private static final int PAGE = 1_000;
    private static final Duration POLL = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public Report run(ConfigurableEnvironment environment, JdbcTemplate jdbc) {
        return run(Binder.get(environment).bindOrCreate("rapport", TrailProperties.class), new TrailTable(jdbc));
    }

    private static TrailReport run(TrailProperties properties, TrailTable table) {
        Head head = table.head();
        TrailComparison comparison = new TrailComparison(head, kept(table, head), table::isKnown);
        TopicPartition partition = new TopicPartition(properties.topics().trail(), 0);
        try (Consumer<String, byte[]> consumer = TrailReader.open(properties.kafka().bootstrapServers())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    comparison.told(new Arrival(message.offset(), TrailMessages.read(message).orElse(null)));
                }
            }
        }
        return comparison.end();
    }

    /** Page by page, so that neither memory nor a transaction grows with the trail. */
    static Iterator<KeptEntry> kept(TrailTable table, Head head) {
        return Stream.iterate(table.after(0, PAGE), page -> !page.isEmpty(),
                        page -> table.after(page.getLast().sequence(), PAGE))
                .flatMap(List::stream).takeWhile(entry -> entry.sequence() <= head.sequence()).iterator();
    }
}
