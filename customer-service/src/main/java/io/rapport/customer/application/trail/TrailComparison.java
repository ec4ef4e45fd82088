package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.KeptTrail.Arrival;
import io.rapport.customer.application.trail.TrailReport.Finding;
import io.rapport.customer.application.trail.TrailReport.Kind;
import io.rapport.customer.application.trail.TrailTable.Head;
import io.rapport.trail.TrailEntry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Walks through the kept entries and the messages of the topic side by side, and through the seals. Pure but for what it
 * reads.
 */
final class TrailComparison {

    private final Head head;
    private final Iterator<KeptEntry> kept;
    private final Predicate<String> known;
    private final List<Finding> findings = new ArrayList<>();
    /** The entry to look at; null behind the last. */
    private KeptEntry current;
    /** Which sequence it ought to have, and where the next missing one belongs. */
    private long expected = 1;
    private long place = 1;
    private byte[] seal = new byte[32];
    private long entries;
    private long faults;
    private long pending;

    /**
     * @param head  how far the kept trail had come when the comparison began
     * @param kept  all kept entries up to the head, in the order of sequences
     * @param known whether an entry of this id is kept
     */
    TrailComparison(Head head, Iterator<KeptEntry> kept, Predicate<String> known) {
        this.head = head;
        this.kept = kept;
        this.known = known;
        advance();
    }

    /** The next message of the topic. */
    void told(Arrival message) {
        if (message.offset() >= head.nextOffset()) {
            pending++;
            return;
        }
        while (current != null && current.offset() < message.offset()) {
            foreign();
        }
        if (current != null && current.offset() == message.offset()) {
            if (!current.entry().equals(message.entry())) {
                found(Kind.ALTERED, current.sequence(), idOf(message.entry()), message.offset());
            }
            advance();
        } else if (message.entry() != null && !known.test(message.entry().id())) {
            // What came twice is kept once; this is not kept at all.
            found(Kind.MISSING, place++, message.entry().id(), message.offset());
        }
    }

    /** After the last message. */
    TrailReport end() {
        while (current != null) {
            foreign();
        }
        if (faults == 0 && !(entries == head.sequence() && Arrays.equals(seal, head.hash()))) {
            found(Kind.MISSING, expected, null, null);
        }
        return new TrailReport(faults == 0, entries, HexFormat.of().formatHex(seal), pending, faults,
                List.copyOf(findings));
    }

    private void foreign() {
        found(Kind.FOREIGN, current.sequence(), current.entry().id(), current.offset());
        advance();
    }

    /** Goes on to the next kept entry and looks at its place and seal. */
    private void advance() {
        if (current != null) {
            entries++;
            seal = current.hash();
            expected = current.sequence() + 1;
            place = expected;
        }
        current = kept.hasNext() ? kept.next() : null;
        if (current == null) {
            return;
        }
        if (current.sequence() != expected) {
            found(Kind.MISSING, expected, null, null);
        } else if (!Arrays.equals(current.hash(), TrailSeal.of(seal, expected, current.entry()))) {
            found(Kind.ALTERED, expected, current.entry().id(), current.offset());
        }
    }

    /** What both the seals and the topic tell is one fault; the topic tells more of it. */
    private void found(Kind kind, long sequence, String id, Long offset) {
        Finding finding = new Finding(kind, sequence, id, offset);
        if (!findings.isEmpty() && findings.getLast().kind() == kind && findings.getLast().sequence() == sequence) {
            findings.set(findings.size() - 1, finding);
            return;
        }
        faults++;
        if (findings.size() < TrailReport.LISTED) {
            findings.add(finding);
        }
    }

    private static String idOf(TrailEntry entry) {
        return entry == null ? null : entry.id();
    }
}
