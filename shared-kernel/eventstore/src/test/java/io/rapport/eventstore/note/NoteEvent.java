package io.rapport.eventstore.note;

import java.math.BigDecimal;
import java.time.Instant;

public sealed interface NoteEvent {

    String id();

    /** Revision 2: what was {@code body} in revision 1 is now {@code text}. */
    record Written(String id, String number, String text, BigDecimal price, Instant at) implements NoteEvent {
    }

    record Reworded(String id, String text) implements NoteEvent {
    }
}
