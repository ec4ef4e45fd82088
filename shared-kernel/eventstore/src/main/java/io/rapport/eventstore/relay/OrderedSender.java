package io.rapport.eventstore.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends a batch and returns when Kafka has acknowledged all of it.
 *
 * <p>An idempotent producer keeps the order of what it delivers, but when it gives up on one message it goes on with the
 * next: a reader would then see the third event of a record without the second. Therefore an event is handed over only
 * when the former event of the same record is acknowledged. A batch goes out in waves, each with at most one event of
 * every record; nearly always there is one wave.
 */
final class OrderedSender {

    private final Producer<String, byte[]> producer;

    OrderedSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * @throws RelayFailed when not all were acknowledged; the batch has then to be sent again as a whole
     */
    void send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        for (List<ProducerRecord<String, byte[]>> wave : waves(records)) {
            sendWave(wave);
        }
    }

    private static List<List<ProducerRecord<String, byte[]>>> waves(List<ProducerRecord<String, byte[]>> records) {
        List<List<ProducerRecord<String, byte[]>>> waves = new ArrayList<>();
        Map<String, Integer> nextWave = HashMap.newHashMap(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            int wave = nextWave.merge(record.key(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(record);
        }
        return waves;
    }

    private void sendWave(List<ProducerRecord<String, byte[]>> wave) throws InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(wave.size());
        try {
            wave.forEach(record -> acknowledgements.add(producer.send(record)));
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new RelayFailed(wave.size(), e.getCause());
        } catch (RuntimeException e) {
            // What is still on its way must be settled before anything is sent again.
            producer.flush();
            throw new RelayFailed(wave.size(), e);
        }
    }
}
