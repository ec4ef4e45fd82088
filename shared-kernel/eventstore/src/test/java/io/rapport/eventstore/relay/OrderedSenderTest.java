package io.rapport.eventstore.relay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A broker cannot be made to lose the second of three messages on demand; Kafka's own stand-in for a producer can. */
class OrderedSenderTest {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized void flush() {
                    // The real one waits for the answers; here the test gives them.
                }
            };
    private final OrderedSender sender = new OrderedSender(producer);

    @Test
    void handsOverTheNextEventOfARecordOnlyWhenTheFormerIsAcknowledged() throws Exception {
        Future<?> sending = send(message("a", 1), message("b", 1), message("a", 2), message("a", 3));

        await().until(() -> producer.history().size() == 2);
        producer.completeNext();
        assertThat(producer.history()).hasSize(2);
        producer.completeNext();
        await().until(() -> producer.history().size() == 3);
        producer.completeNext();
        await().until(() -> producer.history().size() == 4);
        producer.completeNext();

        sending.get();
    }

    @Test
    void aFailureStopsWhatComesAfterItAndTheWholeBatchIsSentAgain() {
        Future<?> sending = send(message("a", 1), message("b", 1), message("a", 2));
        await().until(() -> producer.history().size() == 2);
        producer.errorNext(new TimeoutException("no answer"));
        producer.completeNext();

        assertThatThrownBy(sending::get).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RelayFailed.class);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b");

        Future<?> again = send(message("a", 1), message("b", 1), message("a", 2));
        await().until(() -> {
            producer.completeNext();
            return again.isDone();
        });
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "a", "b", "a");
    }

    @SafeVarargs
    private Future<?> send(ProducerRecord<String, byte[]>... messages) {
        return Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
            sender.send(List.of(messages));
            return null;
        });
    }

    private static ProducerRecord<String, byte[]> message(String key, int number) {
        return new ProducerRecord<>("topic", key, new byte[] {(byte) number});
    }
}
