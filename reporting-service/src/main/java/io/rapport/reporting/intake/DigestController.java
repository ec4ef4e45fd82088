package io.rapport.reporting.intake;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Says in a few bytes what the read models hold, to be compared with what the audit of an event store says: equal
 * digests mean that every record is there, at its last event.
 */
@RestController
class DigestController {

    private final RecordStore store;
    private final SearchIndex index;

    DigestController(RecordStore store, SearchIndex index) {
        this.store = store;
        this.index = index;
    }

    /**
     * @param sha256 in hex, over the lines {@code recordId:sequence\n} in the order of record ids
     */
    record Digest(long records, String sha256) {
    }

    record OfKind(String kind, Digest documents, Digest index) {
    }

    record Answer(List<OfKind> kinds) {
    }

    @GetMapping("/api/admin/read-models/digest")
    Answer digest() {
        return new Answer(RecordKind.allListed().stream()
                .map(kind -> new OfKind(kind.code(),
                        digest(consumer -> store.forEach(kind, consumer)),
                        digest(consumer -> index.forEach(kind, consumer))))
                .toList());
    }

    private static Digest digest(Consumer<BiConsumer<String, Long>> records) {
        MessageDigest sha256 = sha256();
        long[] count = {0};
        records.accept((id, sequence) -> {
            sha256.update((id + ':' + sequence + '\n').getBytes(StandardCharsets.UTF_8));
            count[0]++;
        });
        return new Digest(count[0], HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
