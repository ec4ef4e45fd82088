package io.rapport.customer.domain.segments;

import io.rapport.customer.domain.sharing.Sharing;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.Optional;

/** A segment 细分: a named filter. Which records it holds is asked of the lists, never kept. */
@AggregateRoot(type = "segment")
public class Segment {

    @AggregateIdentifier
    private String segmentId;
    /** Null once it is removed. */
    private SegmentDefinition definition;

    /** For the store, which replays the events. */
    Segment() {
    }

    @CommandHandler
    Segment(SegmentCommand.Define command) {
        AggregateLifecycle.apply(decide(command));
    }

    @CommandHandler
    void handle(SegmentCommand.Redefine command) {
        decide(segmentId, definition, command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(SegmentCommand.Remove command) {
        AggregateLifecycle.apply(decide(definition, command));
    }

    @EventSourcingHandler
    void on(SegmentEvent event) {
        if (event instanceof SegmentEvent.Defined defined) {
            segmentId = defined.segmentId();
        }
        definition = switch (event) {
            case SegmentEvent.Defined(_, SegmentDefinition defined) -> defined;
            case SegmentEvent.Removed _ -> null;
        };
    }

    static SegmentEvent.Defined decide(SegmentCommand.Define command) {
        return new SegmentEvent.Defined(command.segmentId(), Sharing.made(command.definition(), command.author()));
    }

    static Optional<SegmentEvent> decide(String segmentId, SegmentDefinition before, SegmentCommand.Redefine command) {
        return Sharing.remade(before, command.definition(), command.author())
                .map(after -> new SegmentEvent.Defined(segmentId, after));
    }

    static SegmentEvent.Removed decide(SegmentDefinition before, SegmentCommand.Remove command) {
        Sharing.allowRemoval(before, command.author());
        return new SegmentEvent.Removed();
    }
}
