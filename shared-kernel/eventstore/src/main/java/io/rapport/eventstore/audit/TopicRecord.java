package io.rapport.eventstore.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the topic tells of one record, in a few words whatever the number of its events: a checksum over the ids of its
 * events, and the exceptions.
 */
final class TopicRecord {

    private long next = 1;
    private long checksum;
    private long duplicates;
    private TreeSet<Long> holes;
    private List<Long> late;
    /** Ids of what came again, to be compared with the store. */
    private TreeMap<Long, String> again;

    void seen(long sequence, String eventId) {
        if (sequence == next) {
            next++;
            checksum += checksum(sequence, eventId);
        } else if (sequence > next) {
            holes = holes == null ? new TreeSet<>() : holes;
            for (long missing = next; missing < sequence; missing++) {
                holes.add(missing);
            }
            next = sequence + 1;
            checksum += checksum(sequence, eventId);
        } else if (holes != null && holes.remove(sequence)) {
            late = late == null ? new ArrayList<>() : late;
            late.add(sequence);
            checksum += checksum(sequence, eventId);
        } else {
            duplicates++;
            again = again == null ? new TreeMap<>() : again;
            String before = again.put(sequence, eventId);
            if (before != null && !before.equals(eventId)) {
                // Two different copies: at least one differs from the store. Keep one that surely does.
                again.put(sequence, "");
            }
        }
    }

    /** Order does not matter, so that an event that came late counts like any other. */
    static long checksum(long sequence, String eventId) {
        long hash = sequence * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < eventId.length(); i++) {
            hash = (hash ^ eventId.charAt(i)) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    long highest() {
        return next - 1;
    }

    long checksum() {
        return checksum;
    }

    boolean has(long sequence) {
        return sequence < next && (holes == null || !holes.contains(sequence));
    }

    boolean differsAgain(long sequence, String eventId) {
        return again != null && again.containsKey(sequence) && !again.get(sequence).equals(eventId);
    }

    List<Long> late() {
        return late == null ? List.of() : late;
    }

    long duplicates() {
        return duplicates;
    }
}
