package io.rapport.reporting.intake;

import com.mongodb.MongoClientSettings;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** However the events of a record are delivered, its document comes out the same. */
class RecordFoldProperties {

    private static final String ID = "0198a7b2-0000-7000-8000-000000000001";

    private static final Codec<CustomerProfile> CODEC =
            MongoClientSettings.getDefaultCodecRegistry().get(CustomerProfile.class);

    private final CustomerReadModel model = new CustomerReadModel();

    @Property
    void duplicationChangesNothing(@ForAll("histories") List<EventEnvelope> history, @ForAll Random random) {
        List<Arrival> delivered = new ArrayList<>();
        for (Arrival arrival : Deliveries.arrivals(history)) {
            delivered.add(arrival);
            // A relay that starts again from an earlier token sends a stretch anew, in order.
            if (random.nextInt(3) == 0) {
                delivered.addAll(delivered.subList(random.nextInt(delivered.size()), delivered.size()));
            }
        }

        assertThat(folded(delivered, random)).isEqualTo(replayed(history));
    }

    @Property
    void deliveryInAnyOrderEndsInTheSameDocument(@ForAll("histories") List<EventEnvelope> history,
            @ForAll Random random) {
        List<Arrival> delivered = Deliveries.arrivals(history);
        Collections.shuffle(delivered, random);

        assertThat(folded(delivered, random)).isEqualTo(replayed(history));
    }

    @Property
    void whatIsStoredFoldsOnAsWhatIsAtHand(@ForAll("histories") List<EventEnvelope> history) {
        CustomerProfile live = null;
        for (Arrival arrival : Deliveries.arrivals(history)) {
            live = RecordFold.of(model, live, List.of(arrival)).document();
            live = new RawBsonDocument(live, CODEC).decode(CODEC);
        }

        assertThat(live).isEqualTo(replayed(history));
    }

    @Property
    void aHoleLetsNothingBehindItThrough(@ForAll("histories") List<EventEnvelope> history, @ForAll Random random) {
        int missing = random.nextInt(history.size());
        List<Arrival> delivered = Deliveries.arrivals(history);
        Arrival late = delivered.remove(missing);

        RecordFold<CustomerProfile> fold = RecordFold.of(model, null, delivered);

        assertThat(fold.folded()).isEqualTo(missing);
        assertThat(fold.parked()).hasSize(history.size() - missing - 1);
        assertThat(fold.hasGap()).isEqualTo(missing < history.size() - 1);
        List<Arrival> released = new ArrayList<>(fold.parked().stream().map(RecordFold.Parked::arrival).toList());
        released.add(late);
        assertThat(RecordFold.of(model, fold.document(), released).document()).isEqualTo(replayed(history));
    }

    /** Folds as the intake does: in batches that end anywhere, what is parked waiting for the next one. */
    private CustomerProfile folded(List<Arrival> delivered, Random random) {
        CustomerProfile document = null;
        List<Arrival> waiting = new ArrayList<>();
        int from = 0;
        while (from < delivered.size()) {
            int to = from + 1 + random.nextInt(delivered.size() - from);
            waiting.addAll(delivered.subList(from, to));
            RecordFold<CustomerProfile> fold = RecordFold.of(model, document, waiting);
            document = fold.document();
            waiting = new ArrayList<>(fold.parked().stream().map(RecordFold.Parked::arrival).toList());
            from = to;
        }
        assertThat(waiting).isEmpty();
        return document;
    }

    private CustomerProfile replayed(List<EventEnvelope> history) {
        return RecordFold.of(model, null, Deliveries.arrivals(history)).document();
    }

    @Provide
    Arbitrary<List<EventEnvelope>> histories() {
        return Deliveries.histories(ID);
    }
}
