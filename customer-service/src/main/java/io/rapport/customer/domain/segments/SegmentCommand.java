package io.rapport.customer.domain.segments;

import io.rapport.customer.domain.sharing.Author;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a segment. {@code expectedVersion} counts from 0 and is null where any version will do. */
public sealed interface SegmentCommand {

    String segmentId();

    Author author();

    /** A new segment. Whether the filter fits the records was checked before. */
    record Define(@TargetAggregateIdentifier String segmentId, SegmentDefinition definition, Author author)
            implements SegmentCommand {
    }

    /** The segment is to be this from now on; its owner and the kind of its records stay. */
    record Redefine(@TargetAggregateIdentifier String segmentId, @TargetAggregateVersion Long expectedVersion,
                    SegmentDefinition definition, Author author) implements SegmentCommand {
    }

    record Remove(@TargetAggregateIdentifier String segmentId, @TargetAggregateVersion Long expectedVersion,
                  Author author) implements SegmentCommand {
    }
}
