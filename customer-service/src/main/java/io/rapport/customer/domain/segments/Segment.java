package io.rapport.customer.domain.segments;

import io.rapport.customer.domain.views.SharingPolicies;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** A segment 细分: a named filter. Which records it holds is asked of the lists, never kept. */
@AggregateRoot(type = "segment")
public class Segment {

    private static final TextRule DESCRIPTION = TextRule.lines(1_000);

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
        decide(segmentId, definition, command).forEach(AggregateLifecycle::apply);
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
        SegmentDefinition segment = checked(command.definition());
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(command.author(), segment.shared());
        return new SegmentEvent.Defined(command.segmentId(), owned(segment, command.author().name()));
    }

    static List<SegmentEvent> decide(String segmentId, SegmentDefinition before, SegmentCommand.Redefine command) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(command.author(), before.owner(), before.shared());
        SegmentDefinition after = owned(checked(command.definition()), before.owner());
        if (after.equals(before)) {
            return List.of();
        }
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(command.author(), after.shared());
        FieldErrors errors = new FieldErrors();
        if (!after.recordKind().equals(before.recordKind())) {
            errors.add("recordKind", "record-kind-fixed");
        }
        errors.throwIfAny();
        return List.of(new SegmentEvent.Defined(segmentId, after));
    }

    static SegmentEvent.Removed decide(SegmentDefinition before, SegmentCommand.Remove command) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(command.author(), before.owner(), before.shared());
        return new SegmentEvent.Removed();
    }

    private static SegmentDefinition checked(SegmentDefinition segment) {
        FieldErrors errors = new FieldErrors();
        SharingPolicies.itHasANameAndAKind(segment.name(), segment.recordKind(), errors);
        DESCRIPTION.check("description", segment.description(), errors);
        SharingPolicies.theFilterIsOfBoundedLength(segment.filter(), errors);
        if (segment.filter() == null || segment.filter().isBlank()) {
            errors.add("filter", "required");
        }
        errors.throwIfAny();
        return segment;
    }

    private static SegmentDefinition owned(SegmentDefinition segment, String owner) {
        return new SegmentDefinition(segment.name().strip(), segment.description(), segment.recordKind(),
                segment.filter(), segment.shared(), owner);
    }
}
