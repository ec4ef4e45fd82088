package io.rapport.eventstore.note;

import java.math.BigDecimal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

public sealed interface NoteCommand {

    record Write(@TargetAggregateIdentifier String id, String number, String text, BigDecimal price) implements NoteCommand {
    }

    record Reword(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion, String text)
            implements NoteCommand {
    }

    /** Refuses, but only after it has recorded a change: what no well-behaved aggregate does. */
    record RewordAndRefuse(@TargetAggregateIdentifier String id, String text) implements NoteCommand {
    }
}
