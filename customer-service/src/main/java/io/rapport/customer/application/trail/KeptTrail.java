package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.TrailTable.Head;
import io.rapport.trail.TrailEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The trail as it is kept: entries are added in the order of the topic, each once, and never changed. */
@Component
public class KeptTrail {

    private final TransactionTemplate transaction;
    private final TrailTable table;

    KeptTrail(PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.transaction = new TransactionTemplate(transactions);
        this.table = new TrailTable(jdbc);
    }

    /**
     * A message of the topic.
     *
     * @param entry null for a message that is none
     */
    record Arrival(long offset, TrailEntry entry) {
    }

    /** The first message of the topic that was not read yet. */
    long nextOffset() {
        return table.head().nextOffset();
    }

    /** Has the topic read again from its beginning; what is kept already is not kept twice. */
    void readAgain() {
        transaction.executeWithoutResult(_ -> {
            Head head = table.lockedHead();
            table.moveHead(new Head(0, head.sequence(), head.hash()));
        });
    }

    /**
     * Adds what is new among messages that follow one another. Several processes may do so at once.
     *
     * @return the message to go on with; lower than the first of these if messages before them were not read yet, and
     *         then nothing was added
     */
    long add(List<Arrival> arrivals) {
        return transaction.execute(_ -> {
            Head head = table.lockedHead();
            long first = arrivals.getFirst().offset();
            long next = arrivals.getLast().offset() + 1;
            if (first > head.nextOffset() || next <= head.nextOffset()) {
                return head.nextOffset();
            }
            table.moveHead(add(arrivals.stream().filter(arrival -> arrival.entry() != null).toList(), head, next));
            return next;
        });
    }

    private Head add(List<Arrival> arrivals, Head head, long nextOffset) {
        Set<String> known = table.known(arrivals.stream().map(arrival -> arrival.entry().id()).toList());
        List<KeptEntry> added = new ArrayList<>();
        long sequence = head.sequence();
        byte[] hash = head.hash();
        for (Arrival arrival : arrivals) {
            if (known.add(arrival.entry().id())) {
                hash = TrailSeal.of(hash, ++sequence, arrival.entry());
                added.add(new KeptEntry(sequence, arrival.offset(), arrival.entry(), hash));
            }
        }
        table.add(added);
        return new Head(nextOffset, sequence, hash);
    }

    /** Newest first. */
    public List<KeptEntry> find(TrailQuery query) {
        return table.find(query);
    }
}
