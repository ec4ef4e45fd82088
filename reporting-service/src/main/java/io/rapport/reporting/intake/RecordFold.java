package io.rapport.reporting.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What a set of events does to one record. Depends neither on the order in which they come nor on how often each comes
 * nor on where a batch ends: events already seen are ignored, the others are folded by sequence as far as there is no
 * hole and no event that cannot be projected; from there on they are parked.
 *
 * @param document the record after all that could be folded; null when there is nothing of it yet
 * @param steps    what each event that was folded did, in order
 * @param unknown  how many of them were of a type this version does not know
 * @param ignored  how many events had been seen before
 * @param parked   those that have to wait, in order; the first has the cause, the others queue behind it
 */
record RecordFold<D extends RecordDocument>(D document, List<FoldedEvent> steps, int unknown, int ignored,
        List<Parked> parked) {

    /** An event that has to wait, and for what. */
    record Parked(Arrival arrival, DeadLetter.Cause cause, String detail) {
    }

    /**
     * @param before     null when nothing of the record has been seen
     * @param candidates any events of this record
     */
    static <D extends RecordDocument> RecordFold<D> of(ReadModel<D> model, D before, Collection<Arrival> candidates) {
        TreeMap<Long, Arrival> waiting = new TreeMap<>();
        D document = before;
        for (Arrival candidate : candidates) {
            if (candidate.sequence() > seen(document)) {
                waiting.putIfAbsent(candidate.sequence(), candidate);
            }
        }
        int ignored = candidates.size() - waiting.size();
        List<FoldedEvent> steps = new ArrayList<>(waiting.size());
        int unknown = 0;
        while (!waiting.isEmpty()) {
            Arrival next = waiting.firstEntry().getValue();
            if (next.sequence() > seen(document) + 1) {
                return parking(document, steps, unknown, ignored, waiting, DeadLetter.Cause.GAP,
                        "waits for sequence " + (seen(document) + 1));
            }
            try {
                D after = model.fold(document, next.event());
                steps.add(new FoldedEvent(next.event(), document, after));
                document = after;
            } catch (UnprojectableEvent unprojectable) {
                return parking(document, steps, unknown, ignored, waiting, DeadLetter.Cause.UNPROJECTABLE,
                        unprojectable.getMessage());
            } catch (RuntimeException fault) {
                // The fold depends on its arguments alone: trying again would fail again and hold up everybody.
                return parking(document, steps, unknown, ignored, waiting, DeadLetter.Cause.UNPROJECTABLE,
                        "the projection has a fault");
            }
            unknown += model.knows(next.event().type()) ? 0 : 1;
            waiting.pollFirstEntry();
        }
        return new RecordFold<>(document, List.copyOf(steps), unknown, ignored, List.of());
    }

    /** How many events were folded. */
    int folded() {
        return steps.size();
    }

    boolean hasGap() {
        return !parked.isEmpty() && parked.getFirst().cause() == DeadLetter.Cause.GAP;
    }

    private static <D extends RecordDocument> RecordFold<D> parking(D document, List<FoldedEvent> steps, int unknown,
            int ignored, TreeMap<Long, Arrival> waiting, DeadLetter.Cause cause, String detail) {
        List<Parked> parked = new ArrayList<>(waiting.size());
        for (Arrival arrival : waiting.values()) {
            parked.add(parked.isEmpty()
                    ? new Parked(arrival, cause, detail)
                    : new Parked(arrival, DeadLetter.Cause.QUEUED, "behind an earlier event"));
        }
        return new RecordFold<>(document, List.copyOf(steps), unknown, ignored, List.copyOf(parked));
    }

    private static long seen(RecordDocument document) {
        return document == null ? 0 : document.version();
    }
}
